import { failed, file, findings, silent } from './helper';

describe('Go: tables and lists', () => {
  it('a map at the top of the file, whose misses give the zero value', () => findings(file(`
    var messages = map[string]string{
    //  ^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      "already_exists": "Taken",
      "invalid_entity": "Wrong",
    }

    func messageOf(apiErr *plusauth.Error) string {
      return messages[apiErr.Code]
    }
  `)));

  it('a map whose miss is seen in the value', () => silent(file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func messageOf(apiErr *plusauth.Error) string {
      text := messages[apiErr.Code]
      if text == "" {
        text = "Something went wrong"
      }
      return text
    }
  `)));

  it('comma-ok with an else', () => silent(file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func show(apiErr *plusauth.Error) {
      if text, ok := messages[apiErr.Code]; ok {
        flash(text)
      } else {
        flash("Something went wrong")
      }
    }
  `)));

  it('comma-ok without else', () => findings(file(`
    var messages = map[string]string{"already_exists": "Taken", "invalid_entity": "Wrong"}

    func show(apiErr *plusauth.Error) {
      if text, ok := messages[apiErr.Code]; ok {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        flash(text)
      }
    }
  `)));

  it('comma-ok that leaves when there is nothing', () => silent(file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func show(apiErr *plusauth.Error) error {
      text, ok := messages[apiErr.Code]
      if !ok {
        return apiErr
      }
      flash(text)
      return nil
    }
  `)));

  it('comma-ok with constants as keys, and a return behind', () => silent(file(`
    const Taken = "already_exists"

    var known = map[string]error{Taken: ErrTaken, plusauth.ErrorCodeEntityNotFound: ErrMissing}

    func translate(err error) error {
      var apiErr *plusauth.Error
      if errors.As(err, &apiErr) {
        if mapped, ok := known[apiErr.Code]; ok {
          return mapped
        }
      }
      return err
    }
  `)));

  it('an answer whose miss nobody asks for', () => findings(file(`
    func show(apiErr *plusauth.Error) {
      messages := map[string]string{"already_exists": "Taken"}
      //<^^^^^ unhandled-error without: already_exists
      text, _ := messages[apiErr.Code]
      flash(text)
    }
  `)));

  it('a map of functions: a miss panics', () => silent(file(`
    var handlers = map[string]func(error) error{"already_exists": onTaken}

    func handle(apiErr *plusauth.Error) error {
      return handlers[apiErr.Code](apiErr)
    }
  `)));

  it('cmp.Or', () => silent(file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func messageOf(apiErr *plusauth.Error) string {
      return cmp.Or(messages[apiErr.Code], "Something went wrong")
    }
  `)));

  it('slices.Contains', () => findings(failed(`
    if slices.Contains([]string{"missing_scope", "unauthorized_user"}, apiErr.Code) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
      return ErrForbidden
    }
  `)));

  it('slices.Contains on a list of the file, with the rest given back', () => silent(file(`
    var retryable = []string{"too_many_requests", "server_error"}

    func run(apiErr *plusauth.Error) error {
      if slices.Contains(retryable, apiErr.Code) {
        return again()
      }
      return apiErr
    }
  `)));

  it('a set', () => findings(file(`
    var forbidden = map[string]bool{"missing_scope": true, "unauthorized_user": true}

    func run(apiErr *plusauth.Error) {
      if forbidden[apiErr.Code] {
      //<^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
        deny()
      }
    }
  `)));
});

describe('Go: names through constants', () => {
  it('typed constants of the file', () => findings(file(`
    type ErrorCode string

    const (
      ErrTaken ErrorCode = "already_exists"
      ErrGone  ErrorCode = "entity_not_found"
    )

    func run(apiErr *plusauth.Error) {
      switch apiErr.Code {
      //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      case ErrTaken:
        taken()
      case ErrGone:
        gone()
      }
    }
  `)));

  it('constants of a package, by their spelling', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, missing_scope
    case plusauth.AlreadyExists:
      return ErrTaken
    case plusauth.ErrorCodeEntityNotFound, plusauth.ErrMissingScope:
      return ErrMissing
    }
  `)));

  it('iota is no name', () => silent(file(`
    const (
      AlreadyExists = iota
      EntityNotFound
    )

    func run(apiErr *plusauth.Error) {
      switch apiErr.Kind {
      case AlreadyExists:
        taken()
      }
    }
  `)));

  it('sentinels whose names say which error they are', () => findings(file(`
    func run(err error) error {
      if errors.Is(err, plusauth.ErrAlreadyExists) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        return ErrTaken
      }
      if errors.Is(err, plusauth.ErrEntityNotFound) {
        return ErrMissing
      }
      return nil
    }
  `)));

  it('sentinels of another kind are not known', () => silent(file(`
    func run(err error) error {
      if errors.Is(err, plusauth.ErrTransient) {
        return again()
      }
      if errors.Is(err, plusauth.ErrAlreadyExists) {
        return ErrTaken
      }
      return nil
    }
  `)));

  it('sentinels of the standard library are none of ours', () => findings(file(`
    func run(ctx context.Context) error {
      err := client.CreateUser(ctx)
      if errors.Is(err, context.Canceled) || err == io.EOF {
        return ErrLater
      }
      var apiErr *plusauth.Error
      if errors.As(err, &apiErr) {
        switch apiErr.Code {
        //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        case "already_exists":
          return ErrTaken
        }
      }
      return nil
    }
  `)));
});

describe('Go: net/http', () => {
  const request = (statements: string): string => file(`
    type problem struct {
      Error       string \`json:"error"\`
      Description string \`json:"error_description"\`
    }

    func create(client *http.Client, in []byte) error {
      resp, err := client.Post("https://acme.plusauth.com/api/v1/users", "application/json", bytes.NewReader(in))
      if err != nil {
        return err
      }
      defer resp.Body.Close()
${statements.split('\n').map((l) => `  ${l}`).join('\n')}
      return nil
    }
  `);

  it('the status, by the constants of net/http', () => findings(request(`
      switch resp.StatusCode {
      //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      case http.StatusConflict:
        return ErrTaken
      case http.StatusNotFound:
        return ErrMissing
      }
  `)));

  it('the status, with all other failures', () => silent(request(`
      if resp.StatusCode == http.StatusConflict {
        return ErrTaken
      }
      if resp.StatusCode >= 400 {
        return fmt.Errorf("create user: %s", resp.Status)
      }
  `)));

  it('the name in the decoded body', () => findings(request(`
      if resp.StatusCode >= http.StatusBadRequest {
        var body problem
        if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
          return err
        }
        switch body.Error {
        //<^^^^^^^^^^^^^^ unhandled-error without: already_exists
        case "already_exists":
          return ErrTaken
        }
      }
  `)));

  it('the name in a body that could be decoded', () => findings(request(`
      var body problem
      if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
        return fmt.Errorf("create user: %s", resp.Status)
      }
      switch body.Error {
      //<^^^^^^^^^^^^^^ unhandled-error without: already_exists
      case "already_exists":
        return ErrTaken
      }
  `)));

  it('the name in a body that was read before', () => findings(request(`
      data, err := io.ReadAll(resp.Body)
      if err != nil {
        return err
      }
      var body problem
      if err := json.Unmarshal(data, &body); err != nil {
        return err
      }
      if body.Error == "already_exists" || resp.StatusCode == 404 {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        return ErrTaken
      }
  `)));

  it('the name in a map', () => findings(request(`
      var body map[string]any
      json.NewDecoder(resp.Body).Decode(&body)
      if body["error"] == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        return ErrTaken
      }
  `)));

  it('a success is no error', () => silent(request(`
      if resp.StatusCode != http.StatusOK {
        return fmt.Errorf("create user: %s", resp.Status)
      }
  `)));

  it('beside the error of the call', () => silent(file(`
    func create(ctx context.Context) error {
      user, resp, err := client.PlusAuthUsersAPI.Create(ctx).Execute()
      if err != nil {
        if resp.StatusCode == http.StatusConflict {
          return ErrTaken
        }
        return err
      }
      return use(user)
    }
  `)));

  it('a status that no documented error has', () => findings(request(`
      if resp.StatusCode == http.StatusForbidden {
      //                    ^^^^^^^^^^^^^^^^^^^^ undocumented-status
        return ErrForbidden
      }
      if resp.StatusCode >= 400 {
        return ErrFailed
      }
  `)));

  it('a name and a status that cannot come together', () => findings(failed(`
    if apiErr.Code == "already_exists" && apiErr.StatusCode == http.StatusBadRequest {
    //                                                         ^^^^^^^^^^^^^^^^^^^^^ status-mismatch
      return ErrTaken
    }
    return err
  `)));
});

describe('Go: misspelt and repeated names', () => {
  it('a name that is none', () => findings(failed(`
    switch apiErr.Code {
    case "entity_notfound":
    //   ^^^^^^^^^^^^^^^^^ unknown-error
      return ErrMissing
    default:
      return err
    }
  `)));

  it('a branch that nothing reaches', () => findings(failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } else if apiErr.Code == "already_exists" {
    //                       ^^^^^^^^^^^^^^^^ unreachable-branch
      return ErrTwice
    } else {
      return err
    }
  `)));

  it('silenced', () => silent(file(`
    func run(apiErr *plusauth.Error) {
      // plusauth-errors-ignore-next-line unhandled-error
      switch apiErr.Code {
      case "already_exists":
        taken()
      }
    }

    /* plusauth-errors-ignore-next-line unknown-error */
    func isMissing(apiErr *plusauth.Error) bool { return apiErr.Code == "entity_notfound" }
  `)));
});
