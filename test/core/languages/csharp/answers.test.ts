import { checkFindings, checkSilent } from '../../../harness/check';
import { CSHARP, members } from './sources';

const finds = (name: string, source: string): void => void it(name, () => checkFindings(source, CSHARP));
const silent = (name: string, source: string): void => void it(name, () => checkSilent(source, CSHARP));

describe('C#: tables', () => {
  const table = `
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["already_exists"] = "Taken",
        { "invalid_entity", "Wrong" },
    };
  `.replace('        { "invalid_entity", "Wrong" },\n', '        ["invalid_entity"] = "Wrong",\n');
  finds('without a default', members(`${table.replace('Texts = new()\n', 'Texts = new()\n                                                     //^^^^^ unhandled-error without: already_exists, invalid_entity\n')}
    public static string? TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error);
  `));
  silent('with a default', members(`${table}
    public static string TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error, "Unknown");
    public static string WordOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error) ?? ex.Message;
  `));
  silent('whose indexer throws', members(`${table}
    public static string TextOf(PlusAuthException ex) => Texts[ex.Error];
  `));
  silent('asked with TryGetValue and an else', members(`${table}
    public static string TextOf(PlusAuthException ex) => Texts.TryGetValue(ex.Error, out var text) ? text : "Unknown";
    public static string WordOf(PlusAuthException ex)
    {
        if (Texts.TryGetValue(ex.Error, out var text)) return text;
        throw ex;
    }
  `));
  finds('asked with ContainsKey and no else', members(`${table}
    public void OnError(PlusAuthException ex)
    {
        if (Texts.ContainsKey(ex.Error)) Show(Texts[ex.Error]);
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    }
  `));
  finds('of actions', members(`
    private static readonly Dictionary<string, Action> Actions = new Dictionary<string, Action>(StringComparer.Ordinal)
                                                     //^^^^^^^ unhandled-error without: missing_token
    {
        { "missing_token", () => Login() },
    }.ToFrozenDictionary();

    public void OnError(PlusAuthException ex)
    {
        Actions.GetValueOrDefault(ex.Error)?.Invoke();
    }
  `));
});

describe('C#: empty catches', () => {
  finds('swallow', members(`
    public async Task RemoveAsync(string id)
    {
        try { await plusAuth.Users.RemoveAsync(id); } catch { }
                                                    //^^^^^ swallowed-error
        try { await plusAuth.Users.RemoveAsync(id); } catch (OperationCanceledException) { throw; } catch (Exception) { }
                                                                                                  //^^^^^^^^^^^^^^^^^ swallowed-error
    }
  `));
  silent('of other errors do not', members(`
    public async Task RemoveAsync(string id)
    {
        try { await plusAuth.Users.RemoveAsync(id); } catch (OperationCanceledException) { }
        try { await plusAuth.Users.RemoveAsync(id); } catch (PlusAuthException ex) when (ex.StatusCode == HttpStatusCode.NotFound) { }
    }
  `));
});

describe('C#: answers of plain HTTP clients', () => {
  finds('read as JSON elements', members(`
    public async Task<User?> CreateAsync(HttpClient http, User user)
    {
        var res = await http.PostAsJsonAsync($"https://{Tenant}.plusauth.com/api/v1/users", user);
        if (!res.IsSuccessStatusCode)
        {
            using var doc = JsonDocument.Parse(await res.Content.ReadAsStringAsync());
            switch (doc.RootElement.GetProperty("error").GetString())
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
            {
                case "already_exists":
                    return null;
            }
        }
        return await res.Content.ReadFromJsonAsync<User>();
    }
  `));
  silent('and EnsureSuccessStatusCode', members(`
    public async Task<User?> CreateAsync(HttpClient http, User user)
    {
        var res = await http.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user);
        if (res.StatusCode == HttpStatusCode.Conflict) return null;
        res.EnsureSuccessStatusCode();
        return await res.Content.ReadFromJsonAsync<User>();
    }
  `));
  finds('read with TryGetProperty', members(`
    public async Task<bool> CreateAsync(HttpClient http, User user)
    {
        var res = await http.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user);
        var body = await res.Content.ReadFromJsonAsync<JsonElement>();
        if (body.TryGetProperty("error", out var error) && error.GetString() == "already_exists")
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        {
            ShowTaken();
        }
        return true;
    }
  `));
  finds('read with Newtonsoft', members(`
    public async Task CreateAsync(HttpClient http, User user)
    {
        var res = await http.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user);
        var json = JObject.Parse(await res.Content.ReadAsStringAsync());
        if ((string)json["error"] == "already_exists") ShowTaken();
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
        else if (json.Value<string>("error") == "missing_scope") Ask();
    }
  `));
  finds('read into a record within a condition', members(`
    public record ApiError([property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("status")] int Status);

    public async Task CreateAsync(HttpClient http, User user)
    {
        var res = await http.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user);
        if (!res.IsSuccessStatusCode && await res.Content.ReadFromJsonAsync<ApiError>() is { } error)
        {
            switch (error.Error)
          //^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
            {
                case "already_exists":
                    ShowTaken();
                    break;
            }
        }
    }
  `));
  finds('of Refit', members(`
    public async Task CreateAsync(User user)
    {
        try
        {
            await plusAuth.CreateUserAsync(user);
        }
        catch (ApiException ex)
        {
            var body = await ex.GetContentAsAsync<ApiError>();
            if (body?.Error == "already_exists") ShowTaken();
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        }
    }
  `));
});
