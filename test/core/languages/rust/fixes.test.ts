import { failed, file, fixed } from './helper';

describe('Rust: fixes', () => {
  it('an empty wildcard gives the error back', () => fixed(failed(`
    match e.error.as_str() {
        "already_exists" => show_taken(),
        _ => {}
    }
  `), { code: 'swallowed-error' }, failed(`
    match e.error.as_str() {
        "already_exists" => show_taken(),
        _ => return Err(e.into()),
    }
  `)));

  it('an empty wildcard tells of the error where none is given back', () => fixed(file(`
    fn show(e: &ApiError) {
        match e.error.as_deref() {
            Some("already_exists") => show_taken(),
            _ => (),
        }
    }
  `), { code: 'swallowed-error' }, file(`
    fn show(e: &ApiError) {
        match e.error.as_deref() {
            Some("already_exists") => show_taken(),
            _ => eprintln!("unexpected PlusAuth error: {:?}", e.error.as_deref()),
        }
    }
  `)));

  it('an else', () => fixed(failed(`
    if e.error == "already_exists" {
        show_taken();
    } else if e.error == "entity_not_found" {
        show_gone();
    }
  `), { code: 'unhandled-error' }, failed(`
    if e.error == "already_exists" {
        show_taken();
    } else if e.error == "entity_not_found" {
        show_gone();
    } else {
        return Err(e.into());
    }
  `)));

  it('an else of an if let', () => fixed(failed(`
    if let Some("already_exists") = e.error.as_deref() {
        show_taken();
    }
  `), { code: 'unhandled-error' }, failed(`
    if let Some("already_exists") = e.error.as_deref() {
        show_taken();
    } else {
        return Err(e.into());
    }
  `)));

  it('with a new error where only the name is there', () => fixed(file(`
    fn check(code: &str, status: u16) -> Result<()> {
        match code {
            "already_exists" => bail!("taken"),
            _ => {}
        }
        Ok(())
    }
  `), { code: 'swallowed-error' }, file(`
    fn check(code: &str, status: u16) -> Result<()> {
        match code {
            "already_exists" => bail!("taken"),
            _ => return Err(anyhow::anyhow!("unexpected PlusAuth error: {:?}", code)),
        }
        Ok(())
    }
  `)));

  it('another name, in strict mode', () => fixed(failed(`
    match e.error.as_deref() {
        Some("already_exists") => show_taken(),
        _ => return Err(e),
    }
  `), { code: 'unhandled-error', title: /invalid_entity/ }, failed(`
    match e.error.as_deref() {
        Some("already_exists") => show_taken(),
        Some("invalid_entity") => return Err(e.into()),
        _ => return Err(e),
    }
  `), { settings: { strict: true } }));

  it('a name put right', () => fixed(failed(`
    match e.error.as_str() {
        "entity_notfound" => show_gone(),
        _ => return Err(e),
    }
  `), { code: 'unknown-error' }, failed(`
    match e.error.as_str() {
        "entity_not_found" => show_gone(),
        _ => return Err(e),
    }
  `)));

  it('a repeated arm removed', () => fixed(failed(`
    match e.error.as_str() {
        "already_exists" => show_taken(),
        "already_exists" => {
            show_gone();
        }
        _ => return Err(e),
    }
  `), { code: 'unreachable-branch' }, failed(`
    match e.error.as_str() {
        "already_exists" => show_taken(),
        _ => return Err(e),
    }
  `)));

  it('a failure that is thrown away', () => fixed(file(`
    async fn add(plus_auth: &PlusAuth) -> Result<()> {
        if let Err(_) = plus_auth.users.create().await {
        }
        Ok(())
    }
  `), { code: 'swallowed-error', title: /[Rr]ethrow/ }, file(`
    async fn add(plus_auth: &PlusAuth) -> Result<()> {
        if let Err(error) = plus_auth.users.create().await {
            return Err(error.into());
        }
        Ok(())
    }
  `)));
});
