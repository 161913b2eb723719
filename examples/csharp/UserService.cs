using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Acme.Users;

/// <summary>Creates users of the PlusAuth tenant.</summary>
public sealed class UserService(HttpClient plusAuthApi, ILogger<UserService> logger)
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["already_exists"] = "Somebody has this e-mail address already.",
        ["invalid_entity"] = "Please check what you have entered.",
    };

    /// <summary>The new user's id, or null where the address is taken.</summary>
    public async Task<string?> CreateAsync(NewUser user, CancellationToken stop)
    {
        using var res = await plusAuthApi.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user, stop);
        var body = await res.Content.ReadFromJsonAsync<JsonElement>(stop);
        if (res.IsSuccessStatusCode) return body.GetProperty("id").GetString();

        switch (body.GetProperty("error").GetString())
        {
            case "already_exists":
                logger.LogInformation("{Email} is taken", user.Email);
                return null;
            case "invalid_entity":
                throw new ArgumentException("The user is not valid.", nameof(user));
            case "entity_notfound":
                throw new InvalidOperationException("The tenant is gone.");
        }
        return null;
    }

    public async Task RemoveAsync(string id, CancellationToken stop)
    {
        using var res = await plusAuthApi.DeleteAsync($"https://acme.plusauth.com/api/v1/users/{id}", stop);
        if (res.StatusCode == HttpStatusCode.NotFound) return;
        res.EnsureSuccessStatusCode();
    }

    public static string TextOf(PlusAuthError error) => Texts.GetValueOrDefault(error.Error) ?? "Something went wrong.";
}

public sealed record NewUser(string Email);
public sealed record PlusAuthError(string Error, int Status);
