import { failed, file, findings, silent } from './helper';

describe('Rust: match', () => {
  it('with an empty wildcard, which the language forces', () => findings(failed(`
    match e.error.as_str() {
      "already_exists" => show_taken(),
      "invalid_entity" | "invalid_request" => show_form(),
      _ => {}
      //<^ swallowed-error
    }
  `)));

  it('with a wildcard that is the unit', () => findings(failed(`
    match e.error.as_deref() {
      Some("already_exists") => show_taken(),
      _ => (),
      //<^ swallowed-error
    }
  `)));

  it('with a comment in the wildcard', () => silent(failed(`
    match e.error.as_deref() {
      Some("already_exists") => show_taken(),
      _ => {
        // The rest can wait.
      }
    }
  `)));

  it('with an empty wildcard, and the error given back behind', () => silent(failed(`
    match e.error.as_str() {
      "already_exists" => return Ok(()),
      _ => {}
    }
  `, 'Err(e.into())')));

  it('with a wildcard that gives the error back', () => silent(failed(`
    match e.error.as_str() {
      "already_exists" => show_taken(),
      _ => return Err(e.into()),
    }
  `)));

  it('with a wildcard that bails', () => silent(failed(`
    match e.error.as_str() {
      "already_exists" => show_taken(),
      other => bail!("unexpected {other}"),
    }
  `)));

  it('whose wildcard binds and reports', () => silent(failed(`
    match e.error.as_deref() {
      Some("already_exists") => show_taken(),
      Some(other) => tracing::error!("unexpected {other}"),
      None => tracing::error!("no name"),
    }
  `)));

  it('as the value of the function', () => silent(file(`
    fn message(e: &ApiError) -> &'static str {
      match e.error.as_str() {
        "already_exists" => "Taken",
        "missing_scope" => "Not allowed",
        _ => "Something went wrong",
      }
    }
  `)));

  it('with guards', () => findings(failed(`
    match e.error.as_str() {
      "too_many_requests" if attempt < 3 => retry(),
      code if code == "already_exists" => show_taken(),
      _ => {}
      //<^ swallowed-error
    }
  `)));

  it('over a status, with ranges', () => findings(failed(`
    match e.status.as_u16() {
      409 => show_taken(),
      500..=599 => retry(),
      _ => {}
      //<^ swallowed-error
    }
  `)));

  it('over constants of a status', () => findings(file(`
    async fn remove(plus_auth: &PlusAuth) -> Result<()> {
      let res = plus_auth.client.delete("https://acme.plusauth.com/api/v1/users/1").send().await?;
      match res.status() {
        StatusCode::NOT_FOUND => bail!("gone"),
        StatusCode::CONFLICT => bail!("taken"),
        _ => {}
        //<^ swallowed-error
      }
      Ok(())
    }
  `)));

  it('over name and status at once', () => silent(failed(`
    match (e.status, e.error.as_str()) {
      (409, "already_exists") => show_taken(),
      (_, "missing_scope") => deny(),
      _ => return Err(e.into()),
    }
  `)));

  it('over several values, each in its place', () => findings(file(`
    fn on_error(e: ApiError, attempt: &str) {
      if let (_, "already_exists") = (attempt, e.error.as_str()) {
      //<^… unhandled-error without: already_exists, invalid_entity, missing_scope, missing_token
        show_taken();
      } else if let (.., "missing_scope", _) = (attempt, e.error.as_str(), attempt) {
        deny();
      } else if let (_, /* the name, not the attempt */ "invalid_entity", ..) = (attempt, e.error.as_str(), attempt) {
        show_form();
      } else if e.error == "missing_token" {
        sign_in();
      }
    }
  `)));

  it('over alternatives in parentheses', () => findings(failed(`
    match e.error.as_str() {
      name @ ("already_exists" | "invalid_entity") => show(name),
      ("missing_scope") => deny(),
      _ => {}
      //<^ swallowed-error
    }
  `)));

  it('in the closure that an option is given', () => findings(failed(`
    e.error.as_deref().map_or_else(|| none(), |name| match name {
      "already_exists" => show_taken(),
      _ => {}
      //<^ swallowed-error
    });
  `)));

  it('over variants that are called like errors', () => findings(file(`
    fn run(e: plusauth::ErrorCode) {
      match e {
        plusauth::ErrorCode::AlreadyExists => show_taken(),
        plusauth::ErrorCode::EntityNotFound => show_gone(),
        _ => {}
        //<^ swallowed-error
      }
    }
  `)));

  it('over variants that serde renames', () => findings(file(`
    #[derive(Deserialize)]
    enum Code {
        #[serde(rename = "already_exists")]
        Taken,
        #[serde(other)]
        Unknown,
    }

    fn run(e: ApiError) {
        match e.code {
            Code::Taken => show_taken(),
            _ => {}
            //<^ swallowed-error
        }
    }
  `)));

  it('over variants, one of which is for the rest', () => silent(file(`
    enum Code {
        AlreadyExists,
        #[serde(other)]
        Unknown,
    }

    fn run(e: ApiError) {
        match e.code {
            Code::AlreadyExists => show_taken(),
            Code::Unknown => {}
        }
    }
  `)));

  it('strict', () => findings(failed(`
    match e.error.as_str() {
    //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      "already_exists" => show_taken(),
      _ => return Err(e.into()),
    }
  `), { settings: { strict: true } }));
});

describe('Rust: results', () => {
  it('a match on a call whose failure is matched inside', () => findings(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<User> {
      match plus_auth.users.create().await {
        Ok(user) => Ok(user),
        Err(e) => match e.error.as_str() {
          "already_exists" => find().await,
          _ => Err(e.into()),
        },
      }
    }
  `)));

  it('if let on a failed call', () => findings(file(`
    async fn add(plus_auth: &PlusAuth) {
      if let Err(e) = plus_auth.users.create().await {
        if e.error == "already_exists" {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          show_taken();
        }
      }
    }
  `)));

  it('arms with guards, and one for the rest', () => silent(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<()> {
      match plus_auth.users.create().await {
        Ok(_) => Ok(()),
        Err(e) if e.error == "already_exists" => Ok(()),
        Err(e) => Err(e.into()),
      }
    }
  `)));

  it('a call whose failure is thrown away', () => findings(file(`
    async fn add(plus_auth: &PlusAuth) {
      match plus_auth.users.create().await {
        Ok(_) => done(),
        Err(_) => {}
        //<^^^^^^ swallowed-error
      }
    }
  `)));

  it('map_err', () => silent(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<User, Failure> {
      plus_auth.users.create().await.map_err(|e| match e.error.as_str() {
        "already_exists" => Failure::Taken,
        _ => Failure::Other(e),
      })
    }
  `)));

  it('the question mark passes errors on', () => silent(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<User> {
      let user = plus_auth.users.create().await?;
      Ok(user)
    }
  `)));

  it('let else', () => findings(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<()> {
      let Err(e) = plus_auth.users.create().await else {
        return Ok(());
      };
      if e.error == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        show_taken();
      }
      Ok(())
    }
  `)));
});

describe('Rust: if', () => {
  it('else if', () => findings(failed(`
    if e.error == "already_exists" {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
      show_taken();
    } else if e.error == "entity_not_found" {
      show_gone();
    }
  `)));

  it('with the error given back behind', () => silent(failed(`
    if e.error == "already_exists" {
      return Ok(());
    }
  `, 'Err(e.into())')));

  it('with the error reported behind', () => silent(failed(`
    if e.error == "already_exists" {
      return Ok(());
    }
    log::warn!("create failed: {}", e);
  `)));

  it('if let with a literal', () => findings(failed(`
    if let Some("already_exists") = e.error.as_deref() {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      show_taken();
    }
  `)));

  it('if let that binds, with a chain inside', () => findings(failed(`
    if let Some(code) = e.error.as_deref() {
      if code == "already_exists" {
      //<^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        show_taken();
      }
    }
  `)));

  it('let chains', () => findings(failed(`
    if let Some(code) = e.error.as_deref() && code == "already_exists" {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      show_taken();
    }
  `)));

  it('matches!, of an option', () => silent(failed(`
    if matches!(e.error.as_deref(), Some("missing_scope" | "unauthorized_user")) {
      return deny();
    }
  `, 'Err(e.into())')));

  it('matches!', () => findings(failed(`
    if matches!(e.error.as_str(), "missing_scope" | "unauthorized_user") {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
      deny();
    }
  `)));

  it('a negated test', () => silent(failed(`
    if e.error != "already_exists" {
      return Err(e.into());
    }
  `)));

  it('a list', () => findings(failed(`
    if ["missing_scope", "unauthorized_user"].contains(&e.error.as_str()) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
      deny();
    }
  `)));
});
