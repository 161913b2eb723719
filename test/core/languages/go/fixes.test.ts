import { failed, file, fixed } from './helper';

const missing = /all 13|all 12/;

describe('Go: a fallback', () => {
  it('behind the cases of a switch', () => fixed(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    }
  `), { code: 'unhandled-error' }, failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `)));

  it('in place of an empty one', () => fixed(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
    }
  `), { code: 'swallowed-error' }, failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `)));

  it('beside other results', () => fixed(file(`
    func find(ctx context.Context) (*User, string, Count, error) {
      user, err := client.FindUser(ctx)
      if apiErr, ok := err.(*plusauth.Error); ok && apiErr.Code == "entity_not_found" {
        return nil, "", 0, nil
      }
      return user, "found", 1, nil
    }
  `), { code: 'unhandled-error' }, file(`
    func find(ctx context.Context) (*User, string, Count, error) {
      user, err := client.FindUser(ctx)
      if apiErr, ok := err.(*plusauth.Error); ok && apiErr.Code == "entity_not_found" {
        return nil, "", 0, nil
      } else if err != nil {
        return nil, "", *new(Count), err
      }
      return user, "found", 1, nil
    }
  `)));

  it('as an else', () => fixed(failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } else if apiErr.Code == "invalid_entity" {
      return ErrInvalid
    }
  `), { code: 'unhandled-error' }, failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } else if apiErr.Code == "invalid_entity" {
      return ErrInvalid
    } else {
      return err
    }
  `)));

  it('with a new error where only the name is there', () => fixed(file(`
    func translate(code string, status int) error {
      switch code {
      case "already_exists":
        return ErrTaken
      }
      return nil
    }
  `), { code: 'unhandled-error' }, file(`
    func translate(code string, status int) error {
      switch code {
      case "already_exists":
        return ErrTaken
      default:
        return fmt.Errorf("unexpected PlusAuth error: %v", code)
      }
      return nil
    }
  `)));

  it('that tells of the error where none is a result', () => fixed(file(`
    func show(apiErr *plusauth.Error) {
      switch apiErr.Code {
      case "already_exists":
        flash("Taken")
      }
    }
  `), { code: 'unhandled-error' }, file(`
    func show(apiErr *plusauth.Error) {
      switch apiErr.Code {
      case "already_exists":
        flash("Taken")
      default:
        panic(apiErr)
      }
    }
  `)));

  it('by comma-ok', () => fixed(file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func show(apiErr *plusauth.Error) error {
      if text, ok := messages[apiErr.Code]; ok {
        flash(text)
      }
      return nil
    }
  `), { code: 'unhandled-error' }, file(`
    var messages = map[string]string{"already_exists": "Taken"}

    func show(apiErr *plusauth.Error) error {
      if text, ok := messages[apiErr.Code]; ok {
        flash(text)
      } else {
        return apiErr
      }
      return nil
    }
  `)));
});

describe('Go: branches', () => {
  it('one more name, and a fallback', () => fixed(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    }
  `), { code: 'unhandled-error', title: /invalid_entity/ }, failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    case "invalid_entity":
      return err
    default:
      return err
    }
  `)));

  it('in strict mode before the default', () => fixed(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `), { code: 'unhandled-error', title: /invalid_entity/ }, failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    case "invalid_entity":
      return err
    default:
      return err
    }
  `), { settings: { strict: true } }));

  it('all of them, in a table', () => fixed(file(`
    var messages = map[string]string{
      "already_exists": "Taken",
    }

    func show(apiErr *plusauth.Error) {
      flash(messages[apiErr.Code])
    }
  `), { code: 'unhandled-error', title: missing }, undefined));

  it('by status, as the statuses beside', () => fixed(file(`
    func show(resp *http.Response) error {
      // PlusAuth
      switch resp.StatusCode {
      case http.StatusConflict:
        return ErrTaken
      }
      return nil
    }
  `), { code: 'unhandled-error', title: /status/ }, undefined));

  it('a name put right', () => fixed(failed(`
    switch apiErr.Code {
    case "entity_notfound":
      return ErrMissing
    default:
      return err
    }
  `), { code: 'unknown-error' }, failed(`
    switch apiErr.Code {
    case "entity_not_found":
      return ErrMissing
    default:
      return err
    }
  `)));

  it('a repeated one removed', () => fixed(failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    case "already_exists":
      return ErrTwice
    default:
      return err
    }
  `), { code: 'unreachable-branch' }, failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    default:
      return err
    }
  `)));

  it('an undocumented status', () => fixed(file(`
    func show(resp *http.Response) error {
      // PlusAuth
      if resp.StatusCode == http.StatusForbidden {
        return ErrForbidden
      }
      return check(resp)
    }
  `), { code: 'undocumented-status' }, undefined));
});
