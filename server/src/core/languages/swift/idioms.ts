import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['contains']),
  membershipFunctions: new Set(),
  lookup: new Set(),
  transparent: new Set(['String', 'Int', 'lowercased', 'uppercased', 'trimmingCharacters', 'rawValue', 'asAFError']),
  collections: new Set(['Set', 'Array', 'Dictionary', 'NSSet']),
  rejection: new Set(['catch', 'tryCatch', 'mapError', 'flatMapError']),
  success: /^(?:true|\.success\b.*|"(?:ok|success)"|Just\(\(\)\))$/s,
  nothing: /^(?:|nil|""|false|\[\s*\]|\[:\]|\.none|\(\))$/,
  throwable: (_, type) => type === undefined || /Error\b/.test(type),
  plainError: (type) => type === undefined || /^(?:any\s+)?(?:Swift\.)?(?:Error|NSError)$/.test(type),
  // Modules are named as a whole, and most are the platform's: those of services that have errors of their own.
  bareMembers: true,
  neutralModules: /^(?!(?:Stripe|Firebase|GoogleSignIn|Auth0|AWS|Amplify|Supabase|Okta|FacebookLogin|FBSDK|GRPC|RevenueCat|StoreKit|AppAuth))/,
};
