import { failed, file, findings, silent } from './helper';

describe('Go: silence', () => {
  it('code that makes errors', () => silent(file(`
    func handle(w http.ResponseWriter, r *http.Request) {
      w.WriteHeader(http.StatusConflict)
      json.NewEncoder(w).Encode(map[string]any{"error": "already_exists", "status": 409})
    }

    func fail() error {
      return &plusauth.Error{Code: "already_exists", StatusCode: http.StatusConflict}
    }
  `)));

  it('predicates', () => silent(file(`
    func IsTaken(err error) bool {
      var apiErr *plusauth.Error
      return errors.As(err, &apiErr) && apiErr.Code == "already_exists"
    }

    func retryable(apiErr *plusauth.Error) bool {
      switch apiErr.Code {
      case "too_many_requests", "server_error":
        return true
      }
      return false
    }

    func (e *PlusAuthError) Is(target error) bool {
      t, ok := target.(*PlusAuthError)
      return ok && t.Code == e.Code && e.Code == "already_exists"
    }
  `)));

  it('a mock of the server', () => silent(file(`
    func TestCreate(t *testing.T) {
      plusAuth := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
        if r.Method != http.MethodPost {
          http.Error(w, "no", http.StatusNotFound)
          return
        }
        w.WriteHeader(http.StatusConflict)
        fmt.Fprint(w, \`{"error":"already_exists","status":409}\`)
      }))
      defer plusAuth.Close()
      for _, tt := range []struct{ code string; want error }{{"already_exists", ErrTaken}, {"entity_not_found", ErrMissing}} {
        t.Run(tt.code, func(t *testing.T) {
          err := translate(&plusauth.Error{Code: tt.code})
          if !errors.Is(err, tt.want) {
            t.Fatalf("got %v", err)
          }
          if tt.code == "already_exists" && err != ErrTaken {
            t.Fatal(err)
          }
        })
      }
    }
  `)));

  it('the tenant’s own OAuth endpoints', () => silent(file(`
    func token(form url.Values) error {
      resp, err := http.PostForm("https://acme.plusauth.com/oauth2/token", form)
      if err != nil {
        return err
      }
      var body struct{ Error string }
      json.NewDecoder(resp.Body).Decode(&body)
      switch body.Error {
      case "invalid_request":
        return ErrRequest
      case "server_error":
        return ErrServer
      }
      return nil
    }
  `)));

  it('OAuth’s names beside ours', () => silent(failed(`
    switch apiErr.Code {
    case "invalid_request", "invalid_grant", "invalid_client":
      return ErrAuth
    }
  `)));

  it('a file that has nothing to do with PlusAuth', () => silent(`
    package billing

    func charge(err *stripe.Error) error {
      switch err.Code {
      case "already_exists":
        return ErrTwice
      case "server_error":
        return ErrLater
      }
      return nil
    }
  `));

  it('another vendor’s error in the same file', () => silent(file(`
    func charge(ctx context.Context) error {
      _, err := stripeClient.Charges.New(ctx)
      var stripeErr *stripe.Error
      if errors.As(err, &stripeErr) && stripeErr.Code == "already_exists" {
        return ErrTwice
      }
      return nil
    }
  `)));

  it('a request to another host', () => silent(file(`
    func charge() error {
      req, err := http.NewRequest("POST", "https://api.example.com/v1/charges", nil)
      if err != nil {
        return err
      }
      resp, err := http.DefaultClient.Do(req)
      if err != nil {
        return err
      }
      if resp.StatusCode == http.StatusConflict {
        return ErrTwice
      }
      return nil
    }
  `)));

  it('the code’s own predicate', () => silent(failed(`
    if apiErr.IsClientError() {
      return ErrRequest
    }
    if apiErr.Code == "server_error" {
      return ErrLater
    }
  `)));

  it('parts of a text', () => silent(failed(`
    if strings.HasPrefix(apiErr.Code, "invalid_") {
      return ErrInvalid
    } else if apiErr.Code == "already_exists" {
      return ErrTaken
    }
  `)));
});

describe('Go: half-typed code', () => {
  it('a case without a body', () => findings(failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    case "already_exists":
      return ErrTaken
    case
    }
  `)));

  it('a brace is missing behind', () => findings(`${failed(`
    switch apiErr.Code {
    //<^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    case "already_exists":
      return ErrTaken
    }
  `)}
func other() {
  if x {
`));
});
