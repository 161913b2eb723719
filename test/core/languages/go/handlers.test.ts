import { failed, file, findings, silent } from './helper';

describe('Go: switch', () => {
  it('on the name', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    case "already_exists":
      return ErrTaken
    case "invalid_entity":
      return ErrInvalid
    }
  `)));

  it('with several names in a case', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, invalid_request
    case "already_exists":
      return ErrTaken
    case "invalid_entity", "invalid_request":
      return ErrInvalid
    }
  `)));

  it('with a statement in front', () => findings(failed(`
    switch code := apiErr.Code; code {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    case "already_exists":
      return ErrTaken
    }
  `)));

  it('without a subject', () => findings(failed(`
    switch {
    //<^^^ unhandled-error without: already_exists, too_many_requests, entity_not_found
    case apiErr.Code == "already_exists":
      return ErrTaken
    case apiErr.Code == "entity_not_found", apiErr.StatusCode == http.StatusTooManyRequests:
      return ErrLater
    }
  `)));

  it('that falls through', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    case "already_exists":
      log()
      fallthrough
    case "invalid_entity":
      return ErrInvalid
    }
  `)));

  it('with a default that gives the error back', () => silent(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `)));

  it('with an empty default', () => findings(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
    //<^^^^^ swallowed-error
    }
  `)));

  it('with a comment in its default', () => silent(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      // The rest can wait.
    }
  `)));

  it('before a return of the error', () => silent(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    }
  `, 'return err')));

  it('before a return of the error, wrapped', () => silent(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    }
  `, 'return fmt.Errorf("create user: %w", err)')));

  it('complete', () => silent(failed(`
    switch apiErr.StatusCode {
    case 400, 401, 402, 404, 409, 422, 429:
      return ErrRequest
    }
    if apiErr.StatusCode >= 500 {
      return ErrServer
    }
  `)));

  it('strict', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `), { settings: { strict: true } }));

  it('on classes, with one on names inside', () => findings(file(`
    func text(err error) string {
      switch e := err.(type) {
      case *plusauth.Error:
        switch e.Code {
        //<^^^^^^^^^^ unhandled-error without: already_exists
        case "already_exists":
          show("taken")
        }
      case *http.ProtocolError:
        return e.Error()
      }
      return ""
    }
  `)));

  it('on classes, whose default takes the rest', () => silent(file(`
    func text(err error) error {
      switch e := err.(type) {
      case *plusauth.Error:
        switch e.Code {
        case "already_exists":
          return ErrTaken
        }
        return e
      default:
        return err
      }
    }
  `)));
});

describe('Go: if', () => {
  it('else if', () => findings(failed(`
    if apiErr.Code == "already_exists" {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      return ErrTaken
    } else if apiErr.Code == "entity_not_found" {
      return ErrMissing
    }
  `)));

  it('one after the other', () => findings(failed(`
    if apiErr.Code == "already_exists" {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      return ErrTaken
    }
    if apiErr.Code == "entity_not_found" {
      return ErrMissing
    }
  `)));

  it('with a statement in front', () => findings(failed(`
    if code := apiErr.Code; code == "already_exists" {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      return ErrTaken
    } else if code == "entity_not_found" {
      return ErrMissing
    }
  `)));

  it('joined with the question for the class', () => findings(file(`
    func Create(ctx context.Context) error {
      _, err := client.CreateUser(ctx)
      var apiErr *plusauth.Error
      if errors.As(err, &apiErr) && apiErr.Code == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        return ErrTaken
      }
      return nil
    }
  `)));

  it('that asks for the class in a statement of its own', () => findings(file(`
    func Create(ctx context.Context) error {
      err := client.CreateUser(ctx)
      if apiErr, ok := err.(*plusauth.Error); ok {
        if apiErr.Code == "already_exists" {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          return ErrTaken
        }
      }
      return nil
    }
  `)));

  it('that leaves what is of another class', () => findings(file(`
    func Create(ctx context.Context) error {
      err := client.CreateUser(ctx)
      apiErr, ok := err.(*plusauth.Error)
      if !ok {
        return err
      }
      if apiErr.Code == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        return ErrTaken
      }
      return nil
    }
  `)));

  it('negated, with the error given back', () => silent(failed(`
    if apiErr.Code != "already_exists" {
      return err
    }
  `)));

  it('with an else', () => silent(failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } else {
      return err
    }
  `)));

  it('with an empty else', () => findings(failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } else {
    //^^^^ swallowed-error
    }
  `)));

  it('within the frame of a failed call', () => findings(file(`
    func Create(ctx context.Context) (*User, error) {
      user, err := client.CreateUser(ctx)
      if err != nil {
        var apiErr *plusauth.Error
        if errors.As(err, &apiErr) {
          switch apiErr.Code {
          //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          case "already_exists":
            return nil, ErrTaken
          }
        }
      }
      return user, nil
    }
  `)));

  it('within the frame of a failed call that gives the error back', () => silent(file(`
    func Create(ctx context.Context) (*User, error) {
      user, err := client.CreateUser(ctx)
      if err != nil {
        var apiErr *plusauth.Error
        if errors.As(err, &apiErr) {
          switch apiErr.Code {
          case "already_exists":
            return nil, ErrTaken
          }
        }
        return nil, err
      }
      return user, nil
    }
  `)));

  it('of the second call, whose error goes into the same variable', () => findings(file(`
    func Create(ctx context.Context) error {
      var apiErr *plusauth.Error
      err := connect(ctx)
      if err != nil {
        return err
      }
      err = client.CreateUser(ctx)
      if errors.As(err, &apiErr) {
        if apiErr.Code == "already_exists" {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          return ErrTaken
        }
      }
      return nil
    }
  `)));

  it('of the second call, declared again', () => findings(file(`
    func Create(ctx context.Context) error {
      team, err := client.Team(ctx)
      if err != nil {
        return err
      }
      user, err := client.CreateUser(ctx, team)
      if apiErr, ok := err.(*plusauth.Error); ok && apiErr.Code == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        return ErrTaken
      }
      return use(user)
    }
  `)));
});

describe('Go: what receives an error', () => {
  for (const statement of ['panic(err)', 'log.Fatal(err)', 'log.Printf("create: %v", err)', 'slog.Error("create", "error", err)', 'errs <- err', 'os.Exit(1)', 'http.Error(w, err.Error(), 500)', 'result.Err = err']) {
    it(statement, () => silent(failed(`
      switch apiErr.Code {
      case "already_exists":
        return ErrTaken
      }
    `, `${statement}\nreturn nil`)));
  }

  it('a named result', () => silent(file(`
    func Create(ctx context.Context) (err error) {
      err = client.CreateUser(ctx)
      var apiErr *plusauth.Error
      if errors.As(err, &apiErr) && apiErr.Code == "already_exists" {
        err = ErrTaken
        return
      }
      return
    }
  `)));

  it('a value that only unnamed errors give', () => silent(file(`
    func messageOf(apiErr *plusauth.Error) string {
      switch apiErr.Code {
      case "already_exists":
        return "Taken"
      case "missing_scope":
        return "Not allowed"
      }
      return "Something went wrong"
    }
  `)));

  it('a variable that has a value already', () => silent(file(`
    func messageOf(apiErr *plusauth.Error) string {
      text := "Something went wrong"
      switch apiErr.Code {
      case "already_exists":
        text = "Taken"
      }
      return text
    }
  `)));

  it('not success', () => findings(file(`
    func check(apiErr *plusauth.Error) error {
      switch apiErr.Code {
      //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      case "already_exists":
        return ErrTaken
      }
      return nil
    }
  `)));

  it('not success beside a value', () => findings(file(`
    func find(apiErr *plusauth.Error) (*User, error) {
      switch apiErr.Code {
      //<^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      case "entity_not_found":
        return nil, ErrMissing
      }
      return empty, nil
    }
  `)));

  it('nothing, where no error is a result', () => silent(file(`
    func messageOf(apiErr *plusauth.Error) *Message {
      switch apiErr.Code {
      case "already_exists":
        return &Message{"Taken"}
      }
      return nil
    }
  `)));
});
