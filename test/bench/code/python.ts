import { functions, type CodeSample } from './sample';

const IMPORTS = `import logging
from collections import Counter
from collections.abc import Iterable
`;

export const python: CodeSample = {
  title: 'Python', languageId: 'python', extension: '.py',
  head: `"""Users of the shop, kept in PlusAuth."""\n\n${IMPORTS}\nfrom plusauth import PlusAuth, PlusAuthError\n\nlogger = logging.getLogger(__name__)\n`,
  plainHead: `"""What the shop sells."""\n\n${IMPORTS}\nlogger = logging.getLogger(__name__)\n`,
  handlers: functions(
    `
    def save_«noun»_«index»(«self»plusauth: PlusAuth, form: dict[str, str]) -> str | None:
        """«remark»"""
        try:
            user = plusauth.users.create({"«noun»": form["«noun»"], "email": form["email"]})
            return user["id"]
        except PlusAuthError as e:
            match e.error:
                case "«first»":
                    logger.warning("«noun»: %s", form["«noun»"])
                case "«second»":
                    logger.warning("«noun» again: %s", form["email"])
    «most»            case _:
    «most»                raise
        return None
    `,
    `
    def remove_«noun»_«index»(«self»plusauth: PlusAuth, key: str) -> bool:
        try:
            plusauth.users.remove(key)
        except PlusAuthError as e:
            if e.error == "«first»":
                return False
            elif e.error == "«second»":
                logger.warning("%s was not removed", key)
    «most»        else:
    «most»            raise
        return True
    `,
  ),
  plain: functions(
    `
    def «verb»_«noun»_«index»(«self»tenant: str, limit: int = «number») -> list["«Noun»"]:
        """«remark»"""
        found = [
            each
            for each in repository.find_all(tenant)
            if each.«other» is not None and len(each.«other») < limit
        ]
        if not found:
            raise LookupError(f"No «noun» for {tenant}")
        return found[:limit]
    `,
    `
    def count_«other»_«index»(«self»entries: Iterable["«Noun»"]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for «noun» in entries:
            # «remark»
            counts[«noun».name] += 1
            if len(counts) > «number»:
                break
        return counts
    `,
    `
    def «verb»_«other»_«index»(«self»queue: list["«Noun»"], store) -> None:
        attempts = 0
        while attempts < «number» and queue:
            attempts += 1
            following = queue.pop(0)
            try:
                store.«verb»(following.id, seconds=«number»)
            except OSError:
                logger.exception("«noun» %s stays in the queue", following.id)
                queue.append(following)
                store.wait(0.«number»)
    `,
    `
    def describe_«noun»_«index»(«self»«noun»: "«Noun»", *, detailed: bool = False) -> str:
        if «noun».state == "active":
            text = f"active since {«noun».since:%d.%m.%Y}"
        elif «noun».state in {"closed", "archived"}:
            text = "closed"
        else:
            text = str(«noun».state).lower()
        return f"{text} ({«noun».«other»})" if detailed else text
    `,
  ),
  free: { self: '' },
  type: { open: '\nclass «Noun»Service«index»:\n    """Service «index» of the «noun»s."""\n', close: '', indent: '    ', words: { self: 'self, ' } },
  branch: /^\s*case "/,
  typed: 'logger.info("tried again: %s", self.retry(form, attempt + 1) if attempt < 3 else e.error); ',
};
