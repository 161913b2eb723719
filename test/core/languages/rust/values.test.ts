import { failed, file, findings, silent } from './helper';

describe('Rust: tables', () => {
  const TABLE = `
    static MESSAGES: phf::Map<&'static str, &'static str> = phf_map! {
        "already_exists" => "Taken",
        "invalid_entity" => "Wrong",
    };
`;

  it('get with a default', () => silent(file(`${TABLE}
    fn message(e: &ApiError) -> &'static str {
        MESSAGES.get(e.error.as_str()).copied().unwrap_or("Something went wrong")
    }
  `)));

  it('an index panics', () => silent(file(`${TABLE}
    fn message(e: &ApiError) -> &'static str {
        MESSAGES[e.error.as_str()]
    }
  `)));

  it('an option that is given back', () => silent(file(`${TABLE}
    fn message(e: &ApiError) -> Option<&'static str> {
        MESSAGES.get(e.error.as_str()).copied()
    }
  `)));

  it('if let without else', () => findings(file(`${TABLE}
    fn show(e: &ApiError) {
        if let Some(text) = MESSAGES.get(e.error.as_str()) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
            flash(text);
        }
    }
  `)));

  it('if let with an else', () => silent(file(`${TABLE}
    fn show(e: &ApiError) {
        if let Some(text) = MESSAGES.get(e.error.as_str()) {
            flash(text);
        } else {
            flash("Something went wrong");
        }
    }
  `)));

  it('a match on what was found', () => findings(file(`
    fn show(e: &ApiError) {
        let messages = HashMap::from([("already_exists", "Taken"), ("invalid_entity", "Wrong")]);
        match messages.get(e.error.as_str()) {
            Some(text) => flash(text),
            None => {}
            //<^^^^ swallowed-error
        }
    }
  `)));

  it('a list by a macro', () => findings(file(`
    fn show(e: &ApiError) {
        let forbidden = vec!["missing_scope", "unauthorized_user"];
        if forbidden.contains(&e.error.as_str()) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
            deny();
        }
    }
  `)));
});

describe('Rust: names', () => {
  it('through constants', () => findings(file(`
    const TAKEN: &str = "already_exists";

    fn run(e: &ApiError) {
        if e.error == TAKEN {
        //<^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
            show_taken();
        }
    }
  `)));

  it('misspelt', () => findings(failed(`
    match e.error.as_str() {
        "entity_notfound" => show_gone(),
    //  ^^^^^^^^^^^^^^^^^ unknown-error
        _ => return Err(e.into()),
    }
  `)));

  it('with a status that does not come with them', () => findings(failed(`
    if e.error == "already_exists" && e.status == 400 {
    //                                            ^^^ status-mismatch
        return Ok(());
    }
  `, 'Err(e.into())')));

  it('twice', () => findings(failed(`
    match e.error.as_str() {
        "already_exists" => show_taken(),
        "already_exists" => show_gone(),
    //  ^^^^^^^^^^^^^^^^^^^ unreachable-branch
        _ => return Err(e.into()),
    }
  `)));

  it('an undocumented status', () => findings(file(`
    async fn remove(plus_auth: &PlusAuth) -> Result<()> {
        let res = plus_auth.client.delete("https://acme.plusauth.com/api/v1/users/1").send().await?;
        if res.status() == StatusCode::FORBIDDEN {
        //                 ^^^^^^^^^^^^^^^^^^^^^ undocumented-status
            bail!("forbidden");
        }
        check(res)
    }
  `)));

  it('in the body of a response', () => findings(file(`
    async fn remove(plus_auth: &PlusAuth) -> Result<()> {
        let res = plus_auth.client.delete("https://acme.plusauth.com/api/v1/users/1").send().await?;
        if !res.status().is_success() {
            let body: serde_json::Value = res.json().await?;
            if body["error"].as_str() == Some("entity_not_found") {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
                return Ok(());
            }
        }
        Ok(())
    }
  `)));

  it('with all failures behind', () => silent(file(`
    async fn remove(plus_auth: &PlusAuth) -> Result<()> {
        let res = plus_auth.client.delete("https://acme.plusauth.com/api/v1/users/1").send().await?;
        if res.status() == StatusCode::NOT_FOUND {
            return Ok(());
        }
        res.error_for_status()?;
        if res.status().is_client_error() || res.status().is_server_error() {
            bail!("failed: {}", res.status());
        }
        Ok(())
    }
  `)));
});

describe('Rust: silence', () => {
  it('code that makes errors', () => silent(file(`
    fn conflict() -> (StatusCode, Json<Value>) {
        (StatusCode::CONFLICT, Json(json!({ "error": "already_exists", "status": 400 })))
    }

    fn fail() -> ApiError {
        ApiError { error: "already_exists".to_string(), status: 409 }
    }
  `)));

  it('predicates', () => silent(file(`
    impl ApiError {
        pub fn is_taken(&self) -> bool {
            self.error == "already_exists"
        }

        pub fn is_transient(&self) -> bool {
            matches!(self.error.as_str(), "too_many_requests" | "server_error")
        }
    }

    fn retryable(e: &ApiError) -> bool {
        match e.error.as_str() {
            "too_many_requests" | "server_error" => true,
            _ => false,
        }
    }
  `)));

  it('tests and mocks', () => silent(file(`
    #[cfg(test)]
    mod tests {
        #[tokio::test]
        async fn maps_conflicts() {
            let plus_auth = MockServer::start().await;
            Mock::given(method("POST")).respond_with(ResponseTemplate::new(409).set_body_json(json!({"error": "already_exists"}))).mount(&plus_auth).await;
            let err = create(&plus_auth).await.unwrap_err();
            assert_eq!(err.error, "already_exists");
            assert!(matches!(err.error.as_str(), "already_exists"));
        }
    }
  `)));

  it('the tenant’s own OAuth endpoints', () => silent(file(`
    async fn token(http: &reqwest::Client) -> Result<()> {
        let res = http.post("https://acme.plusauth.com/oauth2/token").send().await?;
        let body: Value = res.json().await?;
        match body["error"].as_str() {
            Some("invalid_request") => bail!("request"),
            Some("server_error") => bail!("server"),
            _ => {}
        }
        Ok(())
    }
  `)));

  it('code that has nothing to do with PlusAuth', () => silent(`
    fn run(e: stripe::Error) {
        match e.code.as_str() {
            "already_exists" => twice(),
            "server_error" => later(),
            _ => {}
        }
    }
  `));

  it('another vendor’s error in the same file', () => silent(file(`
    async fn charge(stripe: &stripe::Client) {
        if let Err(e) = stripe.charges.create().await {
            if e.code == "already_exists" {
                twice();
            }
        }
    }
  `)));

  it('OAuth’s names beside ours', () => silent(failed(`
    match e.error.as_str() {
        "invalid_request" | "invalid_grant" | "invalid_client" => deny(),
        _ => {}
    }
  `)));

  it('a test of a part', () => silent(failed(`
    if e.error.starts_with("invalid_") {
        show_form();
    } else if e.error == "already_exists" {
        show_taken();
    }
  `)));

  it('a silencing comment', () => silent(failed(`
    // plusauth-errors-ignore-next-line unhandled-error
    if e.error == "already_exists" {
        show_taken();
    }
  `)));

  it('a match that is half typed', () => silent(failed(`
    match e.error.as_str() {
        "already_exists" =>
  `)));
});
