import { failed, file } from '../../languages/rust/helper';
import { sample, type Sample } from './sample';

export const rust: readonly Sample[] = [
  sample('Rust: match', failed(`
    match e.error.as_deref() {
        Some("already_exists") | Some("entity_notfound") => show_taken(),
        Some("invalid_entity") if attempt < 3 => {
            show_form();
        }
        _ => {}
    }
  `), 'rust'),
  sample('Rust: chain', file(`
    /// Adds a user of PlusAuth's.
    pub async fn add(plus_auth: &PlusAuth) -> Result<()> {
        if let Err(e) = plus_auth.users.create().await {
            if e.error == "already_exists" && e.status == 400 {
                return Ok(());
            } else if let Some("too_many_requests") = e.error.as_deref() {
                retry().await;
            }
        }
        Ok(())
    }
  `), 'rust'),
  sample('Rust: table', file(`
    static TEXTS: phf::Map<&'static str, &'static str> = phf_map! {
        "already_exists" => "Taken",
        "invalid_entity" => "Wrong",
    };

    fn show(e: &ApiError) {
        if let Some(text) = TEXTS.get(e.error.as_str()) {
            flash(text);
        }
        if matches!(e.error.as_str(), "missing_scope" | "unauthorized_user") {
            deny();
        }
    }
  `), 'rust'),
  sample('Rust: statuses', file(`
    async fn remove(plus_auth: &PlusAuth) -> Result<()> {
        match plus_auth.users.remove("1").await {
            Ok(_) => Ok(()),
            Err(e) => match e.status() {
                Some(StatusCode::NOT_FOUND) => Ok(()),
                Some(StatusCode::FORBIDDEN) => bail!("forbidden"),
                _ => Err(e.into()),
            },
        }
    }

    async fn forget(plus_auth: &PlusAuth) {
        if let Err(_) = plus_auth.users.remove("1").await {
        }
    }
  `), 'rust'),
];
