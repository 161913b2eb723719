import { checkFindings, checkForeign, checkSilent } from '../../../harness/check';
import { CSHARP, inCatch, members, onError } from './sources';

const finds = (name: string, source: string): void => void it(name, () => checkFindings(source, CSHARP));
const silent = (name: string, source: string): void => void it(name, () => checkSilent(source, CSHARP));
const foreign = (name: string, source: string): void => void it(name, () => checkForeign(source, CSHARP));

describe('C#: names through constants and enumerations', () => {
  finds('constants of the class', members(`
    private const string Taken = "already_exists";
    public static readonly string Invalid = "invalid_entity";

    public void OnError(PlusAuthException ex)
    {
        switch (ex.Error)
      //^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        {
            case Taken:
                ShowTaken();
                break;
            case Invalid:
                ShowForm();
                break;
        }
    }
  `));
  finds('a static class of constants', `${members(`
    public void OnError(PlusAuthException ex)
    {
        if (ex.Error == PlusAuthErrors.Taken) ShowTaken();
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
        else if (ex.Error is PlusAuthErrors.Scope) Ask();
    }
  `)}
public static class PlusAuthErrors
{
    public const string Taken = "already_exists";
    public const string Scope = "missing_scope";
}
`);
  silent('a name that two classes use for different values', `${members(`
    public void OnError(PlusAuthException ex)
    {
        if (ex.Error == PlusAuthErrors.Taken) ShowTaken();
        else if (ex.Error == "missing_scope") Ask();
    }
  `)}
public static class PlusAuthErrors { public const string Taken = "already_exists"; }
public static class Seats { public const string Taken = "taken"; }
`);
  finds('an enumeration with names on the wire', `${members(`
    public void OnError(PlusAuthException ex)
    {
        switch (ex.Code)
      //^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        {
            case ErrorCode.Taken:
                ShowTaken();
                break;
            case ErrorCode.Gone:
                Show404();
                break;
        }
    }
  `)}
public enum ErrorCode
{
    [JsonStringEnumMemberName("already_exists")] Taken,
    [EnumMember(Value = "entity_not_found")] Gone,
}
`);
  finds('an enumeration of another file, by its spelling', onError(`
    if (ex.Code == PlusAuthError.EntityNotFound) Show404();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, too_many_requests
    else if (ex.Code == PlusAuthError.TooManyRequests) Retry();
  `));
  finds('an enumeration that a text is parsed into: its failure is a fallback for the others', `${members(`
    public void OnError(PlusAuthException ex)
    {
        if (!Enum.TryParse<ErrorCode>(ex.Error, out var code)) throw ex;
        switch (code)
      //^^^^^^^^^^^^^ unhandled-error missing 1
        {
            case ErrorCode.Taken:
                ShowTaken();
                break;
        }
    }
  `)}
public enum ErrorCode
{
    [EnumMember(Value = "already_exists")] Taken,
    [EnumMember(Value = "invalid_entity")] Invalid,
}
`);
});

describe('C#: statuses', () => {
  finds('of System.Net and of ASP.NET Core, as numbers and by casts', onError(`
    if (ex.StatusCode == HttpStatusCode.Conflict) ShowTaken();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, plan_limit_exceeded, invalid_entity
    else if ((int)ex.StatusCode == StatusCodes.Status404NotFound) Show404();
    else if (ex.StatusCode == (HttpStatusCode)402) Upgrade();
    else if ((int)ex.StatusCode is 422) ShowForm();
  `));
  finds('that no error has', onError(`
    if (ex.StatusCode == HttpStatusCode.Forbidden) Deny();
                       //^^^^^^^^^^^^^^^^^^^^^^^^ undocumented-status
    else throw ex;
  `));
  finds('beside a name of another status', onError(`
    if (ex is { Error: "already_exists", StatusCode: HttpStatusCode.NotFound }) ShowTaken();
                                                   //^^^^^^^^^^^^^^^^^^^^^^^ status-mismatch
    else throw ex;
  `));
  finds('in objects', members(`
    public static readonly ApiError Taken = new() { Error = "already_exists", Status = 400 };
                                                                                     //^^^ status-mismatch
    public static object Answer() => new { error = "missing_scope", status = 403 };
                                                                           //^^^ status-mismatch
  `));
  silent('asked in ranges', onError(`
    if ((int)ex.StatusCode is >= 400 and < 500) ShowForm();
    else throw ex;
  `));
});

describe('C#: silence', () => {
  silent('predicates of retries', members(`
    private static readonly IAsyncPolicy Retry = Policy
        .Handle<PlusAuthException>(ex => ex.Error == "too_many_requests" || ex.Error == "server_error")
        .WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt));

    public static bool IsTransient(PlusAuthException ex) => ex.Error is "too_many_requests" or "server_error";
    public static bool IsGone(PlusAuthException ex) => ex.StatusCode == HttpStatusCode.NotFound;
  `));
  silent('stored answers', onError(`
    var taken = ex.Error == "already_exists";
    Log(taken);
  `));
  silent('producers and mocks', members(`
    public static ApiError Taken() => new ApiError { Error = "already_exists", Status = 409 };
    public void Setup() => server.Given(Request.Create()).RespondWith(Response.Create().WithStatusCode(409).WithBody("{\\"error\\":\\"already_exists\\"}"));
  `));
  silent('translations', members(`
    public static readonly Dictionary<string, string> Turkish = new()
    {
        ["already_exists"] = "zaten mevcut",
        ["entity_not_found"] = "bulunamadı",
    };
  `));
  foreign('OAuth', `
using System.Net.Http;

public class TokenClient
{
    public async Task<string> Token(HttpClient http)
    {
        var res = await http.PostAsync("/oauth2/token", form);
        var body = await res.Content.ReadFromJsonAsync<TokenError>();
        switch (body.Error)
        {
            case "invalid_request":
            case "invalid_grant":
                throw new AuthException(body.Error);
            case "server_error":
                return null;
        }
        return null;
    }
}
`);
  foreign('gRPC', `
using Grpc.Core;

public class Repository
{
    public void Insert(RpcException e)
    {
        if (e.Status.Detail == "already_exists") Update();
    }
}
`);
  silent('OAuth in a file that uses PlusAuth', members(`
    public async Task<string> Token(HttpClient http)
    {
        var res = await http.PostAsync("https://acme.plusauth.com/oauth2/token", form);
        var body = await res.Content.ReadFromJsonAsync<TokenError>();
        if (body.Error == "invalid_request") Log();
        return null;
    }
  `));
  silent('another vendor in a file that uses PlusAuth', members(`
    public async Task Charge()
    {
        try { await stripe.Charges.CreateAsync(options); }
        catch (StripeException ex)
        {
            if (ex.StripeError.Code == "too_many_requests") Later();
        }
    }
  `));
  silent('Entity Framework', members(`
    public void Remove(User user)
    {
        try { _context.Users.Remove(user); } catch (Exception) { }
    }
  `));
  silent('what is silenced', members(`
    public void OnError(PlusAuthException ex)
    {
        // plusauth-errors-ignore-next-line unhandled-error
        if (ex.Error == "already_exists") ShowTaken();
    }

    public void OnFailure(PlusAuthException ex)
    {
        switch (ex.Error) // plusauth-errors-ignore
        {
            case "invalid_entity":
                break;
        }
    }
  `));
  finds('a comment that silences nothing', inCatch(`
    // plusauth-errors-ignore-next-line unknown-error
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression
    throw;
  `));
});

describe('C#: half-typed code', () => {
  finds('a broken member beside a sound one', members(`
    public void Broken(PlusAuthException ex)
    {
        if (ex.Error ==
    }

    public void OnError(PlusAuthException ex)
    {
        switch (ex.Error)
      //^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        {
            case "already_exists":
                ShowTaken();
                break;
        }
    }
  `));
  finds('code that is compiled in part', members(`
    public void OnError(PlusAuthException ex)
    {
    #if DEBUG
        Console.WriteLine("debug");
    #endif
        if (ex.Error == "already_exists") ShowTaken();
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
  `));
  finds('top-level statements', `
using Acme.PlusAuth;

var plusAuth = new PlusAuthClient("https://acme.plusauth.com");
try
{
    await plusAuth.Users.CreateAsync(user);
}
catch (PlusAuthException ex)
{
    if (ex.Error == "already_exists") Console.WriteLine("taken");
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
}
`);
  finds('texts in every form', onError(`
    if (ex.Error == @"already_exists") ShowTaken();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_scope
    else if (ex.Error == """invalid_entity""") ShowForm();
    else if (ex.Error == $"missing_scope") Ask();
  `));
});
