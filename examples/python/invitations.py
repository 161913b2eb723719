"""Invites users through PlusAuth's REST API."""

import logging
import os

import requests

API = "https://acme.plusauth.com/api/v1"
logger = logging.getLogger(__name__)

TEXTS = {
    "already_exists": "This address is taken.",
    "entity_notfound": "This user is gone.",
}


def session() -> requests.Session:
    client = requests.Session()
    client.headers["Authorization"] = f"Bearer {os.environ['PLUSAUTH_TOKEN']}"
    return client


def invite(email: str) -> None:
    """The `match` forgets eleven errors: they vanish, and the caller believes that the user was invited."""
    try:
        response = session().post(f"{API}/users", json={"email": email})
        response.raise_for_status()
    except requests.HTTPError as e:
        match e.response.json().get("error"):
            case "already_exists":
                logger.info("Invited before: %s", email)
            case "invalid_entity":
                logger.warning("No e-mail address: %s", email)
            case "plan_limit_exceeded":
                logger.critical("The plan is used up")


def text_of(error: str) -> str:
    """A default receives the rest, so nothing vanishes. But one of the keys is misspelt."""
    return TEXTS.get(error, "Something went wrong.")
