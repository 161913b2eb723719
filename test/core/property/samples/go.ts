import { failed, file } from '../../languages/go/helper';
import { sample, type Sample } from './sample';

export const go: readonly Sample[] = [
  sample('Go: switch', failed(`
    switch code := apiErr.Code; code {
    case "already_exists", "entity_notfound":
      return ErrTaken
    case "invalid_entity":
      fmt.Println("wrong")
      fallthrough
    case "missing_scope":
      return ErrForbidden
    }
  `), 'go'),
  sample('Go: empty default', failed(`
    switch {
    case apiErr.Code == "already_exists":
      return ErrTaken
    default:
    }
  `), 'go'),
  sample('Go: chain', file(`
    // Find gets a user of PlusAuth.
    func Find(ctx context.Context, id string) (*User, error) {
      user, err := client.FindUser(ctx, id)
      if err != nil {
        var apiErr *plusauth.Error
        if errors.As(err, &apiErr) {
          if apiErr.Code == "entity_not_found" {
            return nil, nil
          } else if code := apiErr.Code; code == "too_many_requests" {
            return Find(ctx, id)
          }
        }
      }
      return user, nil
    }
  `), 'go'),
  sample('Go: table', file(`
    const Taken ErrorCode = "already_exists"

    var messages = map[string]string{
      Taken:            "Taken",
      "invalid_entity": "Wrong",
    }

    func show(apiErr *plusauth.Error) {
      if text, ok := messages[apiErr.Code]; ok {
        flash(text)
      }
      flash(messages[apiErr.Code])
    }
  `), 'go'),
  sample('Go: response', file(`
    func remove(ctx context.Context, id string) error {
      resp, err := http.Get("https://acme.plusauth.com/api/v1/users/" + id)
      if err != nil {
        return err
      }
      switch resp.StatusCode {
      case http.StatusNotFound:
        return nil
      case http.StatusForbidden, http.StatusTooManyRequests:
        return ErrLater
      }
      var body struct {
        Error string \`json:"error"\`
      }
      if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
        return err
      }
      if body.Error == "already_exists" && resp.StatusCode == http.StatusBadRequest {
        return ErrTaken
      }
      return nil
    }
  `), 'go'),
];
