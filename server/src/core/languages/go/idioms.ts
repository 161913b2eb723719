import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(),
  membershipFunctions: new Set(['slices.Contains', 'slices.Index', 'lo.Contains', 'funk.Contains']),
  lookup: new Set(),
  transparent: new Set([
    'string', 'int', 'int32', 'int64', 'strconv.Itoa', 'strconv.Atoi', 'strings.ToLower', 'strings.ToUpper', 'strings.TrimSpace', 'errors.Unwrap', 'errors.Cause',
    'io.ReadAll', 'ioutil.ReadAll', 'io.LimitReader', 'io.NopCloser', 'bufio.NewReader', 'bytes.NewReader', 'bytes.NewBuffer', 'json.NewDecoder',
  ]),
  collections: new Set(),
  rejection: new Set(),
  success: /^true$/,
  nothing: /^(?:|nil|""|``|0|false|\w+\{\s*\})$/,
  errorsAreValues: true,
  // Whether a type of the code's own is an error is not seen here; one of another package that is called so is.
  throwable: (_, type) => type !== undefined && /^error$|^\*\w+\.\w*Err(?:or)?$/.test(type),
  otherErrors: /^\*?(?:context|io|os|fs|sql|net|url|http|json|xml|strconv|syscall|tls|x509|exec|bufio|time|errors|redis|pgx|pgconn|gorm|mongo)\.\w*$/,
  // The standard library has no dot in the first part of a path; the code's own packages are mostly internal.
  neutralModules:
    /^(?:[a-z0-9]+(?:\/|$)|.*\/(?:internal|pkg|cmd|app|api|errs?|errors?|util|utils|config|logger|middleware|handlers?|domain|service|services)(?:\/|$)|golang\.org\/|google\.golang\.org\/grpc|go\.uber\.org\/|gopkg\.in\/yaml|github\.com\/(?:go-resty|hashicorp\/go-retryablehttp|imroc\/req|dghubble\/sling|gin-gonic|labstack|gofiber|gorilla|go-chi|julienschmidt|pkg\/errors|cenkalti|avast\/retry-go|sethvargo|stretchr|sirupsen|rs\/zerolog|samber|google\/uuid|google\/go-cmp|joho|spf13|urfave|caarlos0|kelseyhightower|jarcoal|h2non|json-iterator|goccy|tidwall|getsentry|prometheus|valyala\/fasthttp)(?:\/|$))/,
};
