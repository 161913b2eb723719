import { inCatch, members, onError } from '../../languages/csharp/sources';
import { sample, type Sample } from './sample';

export const csharp: readonly Sample[] = [
  sample('C#: switch', inCatch(`
    switch (ex.Error)
    {
        case "already_exists":
            ShowTaken();
            break;
        case "invalid_entity" or "entity_notfound":
        {
            ShowForm();
            break;
        }
        default:
            break;
    }
  `), 'csharp'),
  sample('C#: switch over statuses', onError(`
    switch (ex.StatusCode) {
        case HttpStatusCode.Forbidden:
            Deny();
            return;
        case HttpStatusCode.NotFound:
            switch (ex.Error) {
                case "entity_not_found": return;
            }
            break;
        case HttpStatusCode.NotFound: return;
    }
  `), 'csharp'),
  sample('C#: patterns', onError(`
    switch (ex)
    {
        case { Error: "already_exists", StatusCode: HttpStatusCode.NotFound }:
            ShowTaken();
            break;
        case var other when other.Error == "missing_scope" && attempt < 3:
            Ask();
            break;
    }
    var text = ex.Error switch
    {
        "already_exists" => "Taken",
        "invalid_audiance" => "Wrong",
        "already_exists" => "Again"
    };
  `), 'csharp'),
  sample('C#: chains', onError(`
    if (ex is PlusAuthException { Error: "already_exists" } taken)
    {
        ShowTaken(taken);
    }
    else if (ex.Error is "invalid_entity" or "invalid_request")
    {
        ShowForm();
    }
    else if (ex.Error == "already_exists")
    {
        Rename();
    }
    if (ex.StatusCode == HttpStatusCode.PaymentRequired) Upgrade();
  `), 'csharp'),
  sample('C#: tables', members(`
    private const string Taken = "already_exists";
    private static readonly Dictionary<string, string> Texts = new()
    {
        [Taken] = "Taken",
        ["invalid_entity"] = @"Wrong",
    };
    private static readonly Dictionary<string, Action<PlusAuthException>> Actions = new() { { "missing_token", e => Login(e) } };
    private static readonly HashSet<string> Later = ["too_many_requests", "server_error"];

    public static string? TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error);
    public void Act(PlusAuthException ex)
    {
        if (Later.Contains(ex.Error)) Retry();
        Actions.GetValueOrDefault(ex.Error)?.Invoke(null);
    }
  `), 'csharp'),
  sample('C#: empty catches and filters', members(`
    public async Task RemoveAsync(string id)
    {
        try { await plusAuth.Users.RemoveAsync(id); } catch { }
        try
        {
            await plusAuth.Users.RemoveAsync(id);
        }
        catch (PlusAuthException ex) when (ex.Error == "entity_not_found" && ex.StatusCode == HttpStatusCode.Conflict)
        {
        }
        catch (Exception)
        {
        }
    }
  `), 'csharp'),
  sample('C#: HttpClient', `
    using System.Net;

    var http = new HttpClient { BaseAddress = new Uri("https://acme.plusauth.com/api/v1/") };
    var res = await http.PostAsJsonAsync("users", user);
    if (!res.IsSuccessStatusCode)
    {
        var body = await res.Content.ReadFromJsonAsync<JsonElement>();
        if (body.GetProperty("error").GetString() == "already_exists") Console.WriteLine("taken");
    }
  `, 'csharp'),
];
