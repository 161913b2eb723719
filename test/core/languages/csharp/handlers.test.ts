import { checkFindings, checkSilent } from '../../../harness/check';
import { CSHARP, inCatch, members, onError } from './sources';

const finds = (name: string, source: string): void => void it(name, () => checkFindings(source, CSHARP));
const silent = (name: string, source: string): void => void it(name, () => checkSilent(source, CSHARP));

describe('C#: switch statements', () => {
  finds('that forget errors', inCatch(`
    switch (ex.Error)
  //<^^^^^^^^^^^^^^ unhandled-error without: already_exists
    {
        case "already_exists":
            ShowTaken();
            break;
    }
  `));
  finds('with several labels and `or`', onError(`
    switch (ex.Error)
  //<^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_token, missing_scope
    {
        case "already_exists":
        case "invalid_entity":
            ShowForm();
            break;
        case "missing_token" or "missing_scope":
            Login();
            break;
        case null:
            break;
    }
  `));
  silent('with a default that throws', inCatch(`
    switch (ex.Error)
    {
        case "already_exists":
            ShowTaken();
            break;
        default:
            throw;
    }
  `));
  silent('followed by a throw', inCatch(`
    switch (ex.Error)
    {
        case "already_exists":
            return;
    }
    throw;
  `));
  finds('with an empty default', inCatch(`
    switch (ex.Error)
    {
        case "already_exists":
            ShowTaken();
            break;
        default:
      //^^^^^^^^ swallowed-error
            break;
    }
  `));
  silent('with a default that says why it is empty', inCatch(`
    switch (ex.Error)
    {
        case "already_exists":
            ShowTaken();
            break;
        default:
            // Nobody waits for this user.
            break;
    }
  `));
  finds('on statuses', onError(`
    switch (ex.StatusCode)
  //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, server_error
    {
        case HttpStatusCode.Conflict:
            ShowTaken();
            break;
        case HttpStatusCode.NotFound:
            Show404();
            break;
        case >= HttpStatusCode.InternalServerError:
            ShowOutage();
            break;
    }
  `));
  finds('on property patterns', onError(`
    switch (ex)
  //<^^^^^^^^ unhandled-error without: already_exists, entity_not_found
    {
        case { Error: "already_exists" }:
            ShowTaken();
            break;
        case { StatusCode: HttpStatusCode.NotFound }:
            Show404();
            break;
    }
  `));
  finds('with guards and names for the value', onError(`
    switch (ex)
  //<^^^^^^^^ unhandled-error without: already_exists, too_many_requests
    {
        case PlusAuthException taken when taken.Error == "already_exists":
            ShowTaken();
            break;
        case var other when other.Error == "too_many_requests" && attempt < 3:
            Retry();
            break;
    }
  `));
  finds('on a tuple', onError(`
    switch (ex.StatusCode, ex.Error)
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
    {
        case (HttpStatusCode.Conflict, "already_exists"):
            ShowTaken();
            break;
        case (_, "missing_scope"):
            Ask();
            break;
    }
  `));
  silent('with goto', onError(`
    switch (ex.Error)
    {
        case "already_exists":
            ShowTaken();
            return;
        case "invalid_entity":
            goto case "already_exists";
        default:
            throw ex;
    }
  `));
});

describe('C#: switch expressions', () => {
  silent('throw by themselves', members(`
    public static string TextOf(PlusAuthException ex) => ex.Error switch
    {
        "already_exists" => "Taken",
        "invalid_entity" => "Wrong",
    };
  `));
  silent('with a discard', members(`
    public static string TextOf(PlusAuthException ex) => ex.Error switch
    {
        "already_exists" or "invalid_entity" => "Taken",
        null => "Unknown",
        _ => ex.Message,
    };
  `));
  finds('handle nothing twice', members(`
    public static string TextOf(PlusAuthException ex) => ex.Error switch
    {
        "already_exists" => "Taken",
        "already_exists" => "Taken again",
      //^^^^^^^^^^^^^^^^ unreachable-branch
        _ => ex.Message,
    };
  `));
  it('are told apart in strict mode', () => checkFindings(members(`
    public static string TextOf(PlusAuthException ex) => ex.Error switch
                                                       //^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    {
        "already_exists" => "Taken",
        _ => ex.Message,
    };
  `), { ...CSHARP, settings: { strict: true } }));
});

describe('C#: if', () => {
  finds('chains over name and status', onError(`
    if (ex.Error == "already_exists")
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, server_error
    {
        ShowTaken();
    }
    else if (ex.StatusCode == HttpStatusCode.NotFound || (int)ex.StatusCode >= 500)
    {
        Show404();
    }
  `));
  finds('with `is … or …`', onError(`
    if (ex.Error is "already_exists" or "invalid_entity") ShowForm();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
  `));
  silent('with `is not` and a throw', onError(`
    if (ex.Error is not "already_exists") throw ex;
    ShowTaken();
  `));
  silent('with `is not (… or …)`', onError(`
    if (ex.Error is not ("already_exists" or "invalid_entity")) throw ex;
    ShowTaken();
  `));
  finds('with property patterns and a type', members(`
    public void OnError(Exception ex)
    {
        if (ex is PlusAuthException { Error: "already_exists" })
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        {
            ShowTaken();
        }
    }
  `));
  finds('with a declared name', members(`
    public void OnError(Exception ex)
    {
        if (ex is PlusAuthException { StatusCode: HttpStatusCode.Conflict } taken && taken.Error == "already_exists")
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        {
            ShowTaken();
        }
    }
  `));
  finds('with string.Equals', onError(`
    if (string.Equals(ex.Error, "already_exists", StringComparison.Ordinal))
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    {
        ShowTaken();
    }
    else if ("invalid_entity".Equals(ex.Error))
    {
        ShowForm();
    }
  `));
  finds('with collections', members(`
    private static readonly HashSet<string> Auth = ["missing_token", "missing_scope"];
    private static readonly string[] Later = { "too_many_requests", "server_error" };

    public void OnError(PlusAuthException ex)
    {
        if (Auth.Contains(ex.Error))
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope, too_many_requests, server_error, already_exists
        {
            Login();
        }
        else if (Later.Contains(ex.Error) || new[] { "already_exists" }.Contains(ex.Error))
        {
            Retry();
        }
    }
  `));
  silent('whose test nobody knows', onError(`
    if (ex.Error == "already_exists") ShowTaken();
    else if (ex.Error.StartsWith("invalid_")) ShowForm();
  `));
  silent('with a logged rest', onError(`
    if (ex.Error == "already_exists")
    {
        ShowTaken();
        return;
    }
    logger.LogError(ex, "PlusAuth failed");
  `));
  finds('with a default value that is none', onError(`
    if (ex.Error == "already_exists") return "Taken";
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    return "Taken";
  `, 'string'));
  silent('over a variable with a default', onError(`
    var text = "Unknown error";
    if (ex.Error == "already_exists") text = "Taken";
    Show(text);
  `));
});

describe('C#: catch … when', () => {
  silent('lets the rest go on', inCatch('ShowTaken();', 'catch (PlusAuthException ex) when (ex.Error == "already_exists")'));
  silent('with a property pattern', inCatch('ShowTaken();', 'catch (PlusAuthException ex) when (ex is { Error: "already_exists", StatusCode: HttpStatusCode.Conflict })'));
  finds('with a name that never matches', members(`
    public async Task AddAsync(NewUser user)
    {
        try { await plusAuth.Users.CreateAsync(user); }
        catch (PlusAuthException ex) when (ex.Error == "already_exist") { ShowTaken(); }
                                                     //^^^^^^^^^^^^^^^ unknown-error
    }
  `));
  finds('on what it let in', inCatch(`
    switch (ex.Error)
  //<^^^^^^^^^^^^^^ unhandled-error missing: invalid_request
    {
        case "unsupported_view_template":
            ShowForm();
            break;
    }
  `, 'catch (PlusAuthException ex) when (ex.StatusCode == HttpStatusCode.BadRequest)'));
});
