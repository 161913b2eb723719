import { functions, type CodeSample } from './sample';

const USES = `use std::collections::HashMap;
use std::time::Duration;
use tracing::{error, info, warn};
`;

export const rust: CodeSample = {
  title: 'Rust', languageId: 'rust', extension: '.rs',
  head: `use plusauth::{Client, PlusAuthError};\n${USES}`,
  plainHead: USES,
  handlers: functions(
    `
    /// «remark»
    pub async fn save_«noun»_«index»(«self»plusauth: &Client, form: &«Noun»Form) -> Result<Option<User>, PlusAuthError> {
        match plusauth.users().create(&NewUser { «noun»: &form.«noun», email: &form.email }).await {
            Ok(user) => Ok(Some(user)),
            Err(e) => {
                match e.error.as_str() {
                    "«first»" => warn!("«noun»: {}", form.«noun»),
                    "«second»" => {
                        warn!("«noun» again: {}", form.email);
                    }
    «most»                _ => return Err(e),
    «rare»                _ => {}
                }
                Ok(None)
            }
        }
    }
    `,
    `
    fn text_of_«noun»_«index»(«self»e: &PlusAuthError) -> Option<&'static str> {
        if e.error == "«first»" {
            Some("This «noun» is known.")
        } else if e.error == "«second»" {
            Some("Please check the «noun».")
        } else {
            None
        }
    }
    `,
  ),
  plain: functions(
    `
    /// «remark»
    pub fn «verb»_«noun»_«index»(«self»all: &[«Noun»], tenant: &str, limit: usize) -> Result<Vec<«Noun»>, String> {
        let found: Vec<_> = all
            .iter()
            .filter(|each| each.tenant == tenant && each.«other».len() < limit)
            .cloned()
            .collect();
        if found.is_empty() {
            return Err(format!("No «noun» for {tenant}"));
        }
        Ok(found)
    }
    `,
    `
    fn count_«other»_«index»(«self»all: &[«Noun»]) -> HashMap<String, usize> {
        let mut counts = HashMap::with_capacity(«number»);
        for «noun» in all {
            // «remark»
            *counts.entry(«noun».name.clone()).or_insert(0) += 1;
            if counts.len() > «number» {
                break;
            }
        }
        counts
    }
    `,
    `
    async fn «verb»_«other»_«index»<S: Store>(«self»queue: &mut Vec<«Noun»>, store: &S) -> std::io::Result<()> {
        while let Some(next) = queue.pop() {
            match store.«verb»(next.id, Duration::from_secs(«number»)).await {
                Ok(_) => info!(id = next.id, "«noun» is done"),
                Err(e) if e.kind() == std::io::ErrorKind::TimedOut => {
                    error!("«noun» {} stays in the queue: {e}", next.id);
                    queue.push(next);
                }
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }
    `,
  ),
  free: { self: '' },
  type: { open: 'impl «Noun»Service«index» {', close: '}', indent: '    ', words: { self: '&self, ' } },
  branch: /^\s*"\w+" => \{/,
  typed: 'if attempt < 3 { info!("tried again: {}", e.error); return retry(plusauth, form, attempt + 1).await; } ',
};
