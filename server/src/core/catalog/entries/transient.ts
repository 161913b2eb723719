import type { CatalogEntry } from '../types';
import { errorsPage, rateLimits } from './links';

export const tooManyRequests: CatalogEntry = {
  name: 'too_many_requests',
  status: { from: 429, to: 429 },
  description: 'Too many requests received. For more details have a look at to Rate Limits',
  descriptionTr: 'Çok fazla istek alındı. Ayrıntılar için istek hızı sınırlarına bakın.',
  turn: 'retry',
  causes: [
    { en: 'more requests per second or per minute than the plan allows', tr: 'saniyede ya da dakikada planın izin verdiğinden çok istek' },
    { en: 'a loop or a batch that runs everything at once', tr: 'her şeyi aynı anda çalıştıran bir döngü ya da toplu iş' },
    { en: 'several processes that share one tenant', tr: 'aynı tenant’ı paylaşan birkaç süreç' },
  ],
  firstCheck: {
    en: 'Count the requests of all processes per tenant and compare them with the plan’s rate limits.',
    tr: 'Tüm süreçlerin tenant başına isteklerini sayın ve planın istek hızı sınırlarıyla karşılaştırın.',
  },
  action: {
    en: 'Wait and repeat; limit the concurrency on your side, for example with a token bucket.',
    tr: 'Bekleyip yineleyin; eşzamanlılığı kendi tarafınızda, örneğin token bucket ile sınırlayın.',
  },
  retryable: true,
  retry: {
    en: 'Bounded exponential backoff with jitter; honour `Retry-After` if it is there. Repeat a POST with care.',
    tr: 'Sınırlı sayıda, rastgelelik katılmış, artan bekleme süresiyle yeniden deneme; varsa `Retry-After` değerine uyun. POST’u dikkatle yineleyin.',
  },
  caution: {
    en: 'PlusAuth documents no rate-limit header, and the SDK’s error hides headers: cap the attempts.',
    tr: 'PlusAuth istek hızı için bir başlık belgelemez, SDK’nın hatası da başlıkları gizler: deneme sayısını sınırlayın.',
  },
  confusedWith: [
    { name: 'plan_limit_exceeded', why: { en: '402: a quota of the plan; waiting does not help', tr: '402’dir: planın kotası; beklemek işe yaramaz' } },
    {
      name: 'too_many_requests (login)',
      why: {
        en: 'PlusAuth’s login pages use the same name for brute-force protection',
        tr: 'PlusAuth’un giriş sayfaları aynı adı kaba kuvvet korumasında kullanır',
      },
    },
  ],
  links: [errorsPage, rateLimits],
  keywords: {
    en: 'rate limit throttling burst backoff jitter retry retry-after 429',
    tr: 'istek hızı sınırı çok fazla istek kısıtlama bekleme yeniden deneme',
  },
  shared: true,
};

export const serverError: CatalogEntry = {
  name: 'server_error',
  status: { from: 500, to: 599 },
  description: 'Something is wrong at PlusAuth. These errors are extremely rare and will be resolved in the soonest time.',
  descriptionTr: 'PlusAuth tarafında bir sorun var. Bu hatalar son derece nadirdir ve en kısa sürede giderilir.',
  turn: 'retry',
  causes: [
    { en: 'a fault on PlusAuth’s servers', tr: 'PlusAuth’un sunucularında bir arıza' },
    {
      en: 'a proxy between you and PlusAuth answers by itself: HTML instead of JSON, no `error` at all',
      tr: 'PlusAuth ile aranızdaki bir vekil sunucu (proxy) kendisi yanıtlıyor: JSON yerine HTML, hiç `error` yok',
    },
  ],
  firstCheck: {
    en: 'Look whether the body is JSON; note the time and the request, for support.',
    tr: 'Gövdenin JSON olup olmadığına bakın; destek için zamanı ve isteği not edin.',
  },
  action: {
    en: 'Repeat a few times, then give up with a clear message; match `status >= 500` too, not the name alone.',
    tr: 'Birkaç kez yineleyin, sonra anlaşılır bir iletiyle bırakın; yalnızca adı değil `status >= 500` koşulunu da eşleştirin.',
  },
  retryable: true,
  retry: {
    en: 'Bounded exponential backoff with jitter, for calls that may run twice. A POST may have succeeded: then expect `already_exists`.',
    tr: 'İki kez çalışabilecek çağrılar için sınırlı sayıda, rastgelelik katılmış, artan bekleme süresiyle yeniden deneme. POST başarılı olmuş olabilir: o zaman `already_exists` bekleyin.',
  },
  confusedWith: [
    {
      name: 'server_error (OAuth)',
      why: {
        en: 'the authorization endpoint uses the same name in its redirect',
        tr: 'yetkilendirme uç noktası yönlendirmesinde aynı adı kullanır',
      },
    },
    { name: 'temporarily_unavailable', why: { en: 'OAuth’s name', tr: 'OAuth’un adıdır' } },
  ],
  links: [errorsPage],
  keywords: {
    en: 'internal server error outage unavailable bad gateway proxy timeout 5xx 500 501 502 503 504',
    tr: 'sunucu hatası arıza kesinti erişilemiyor vekil sunucu zaman aşımı',
  },
  shared: true,
};
