import type { CatalogEntry } from '../types';
import { authorization, errorsPage } from './links';

export const invalidAudience: CatalogEntry = {
  name: 'invalid_audience',
  status: { from: 401, to: 401 },
  description: 'Incorrect audience is used in access token.',
  descriptionTr: 'Erişim belirtecinde yanlış hedef kitle (audience) kullanılmış.',
  turn: 'fix',
  causes: [
    { en: 'the token was requested for your own API instead of PlusAuth’s', tr: 'belirteç PlusAuth’un API’si yerine kendi API’niz için istenmiş' },
    { en: '`audience` lacks `/api/` or its trailing slash', tr: '`audience` içinde `/api/` ya da sondaki eğik çizgi eksik' },
    { en: 'a custom domain where the tenant’s own address is expected, or the reverse', tr: 'tenant’ın kendi adresi beklenirken özel alan adı ya da tersi' },
  ],
  firstCheck: {
    en: 'Decode `aud` of the token locally; it must be `https://{tenant}.plusauth.com/api/`.',
    tr: 'Belirtecin `aud` değerini yerelde çözün; `https://{tenant}.plusauth.com/api/` olmalıdır.',
  },
  action: { en: 'Request the token with that `audience`.', tr: 'Belirteci bu `audience` ile isteyin.' },
  retryable: false,
  retry: { en: 'Refreshing with the same audience only loops.', tr: 'Aynı hedef kitleyle yenilemek yalnızca döngüye girer.' },
  caution: { en: 'Do not log tokens, nor paste them into online decoders.', tr: 'Belirteçleri günlüğe yazmayın, çevrimiçi çözücülere yapıştırmayın.' },
  confusedWith: [
    {
      name: 'invalid_issuer',
      why: {
        en: 'the token is from another tenant (`iss`), not for another API (`aud`)',
        tr: 'belirteç başka bir API için (`aud`) değil, başka bir tenant’tandır (`iss`)',
      },
    },
    { name: 'missing_scope', why: { en: 'audience is right, a permission is missing', tr: 'hedef kitle doğrudur, bir izin eksiktir' } },
  ],
  links: [errorsPage, authorization],
  keywords: { en: 'aud audience wrong api access token unauthorized 401', tr: 'hedef kitle aud yanlış erişim belirteci yetkisiz' },
  shared: true,
};

export const invalidIssuer: CatalogEntry = {
  name: 'invalid_issuer',
  status: { from: 401, to: 401 },
  description: 'Access token is meant to be used for another tenant.',
  descriptionTr: 'Erişim belirteci başka bir tenant (kiracı) için verilmiş.',
  turn: 'fix',
  causes: [
    {
      en: 'mixed environments: a token of the development tenant sent to production',
      tr: 'karışmış ortamlar: geliştirme tenant’ının belirteci üretime gönderilmiş',
    },
    { en: 'a wrong `X-PlusAuth-Tenant` header', tr: 'yanlış bir `X-PlusAuth-Tenant` başlığı' },
    { en: 'token from the custom domain, API call to plusauth.com, or the reverse', tr: 'belirteç özel alan adından, API çağrısı plusauth.com’a ya da tersi' },
  ],
  firstCheck: {
    en: 'Decode `iss` of the token locally and compare its tenant with the host of the API call.',
    tr: 'Belirtecin `iss` değerini yerelde çözün ve tenant’ını API çağrısının adresiyle karşılaştırın.',
  },
  action: { en: 'Configure one tenant for the token and the API call.', tr: 'Belirteç ve API çağrısı için aynı tenant’ı yapılandırın.' },
  retryable: false,
  retry: { en: 'A new token from the same tenant is refused as well.', tr: 'Aynı tenant’tan alınan yeni bir belirteç de reddedilir.' },
  caution: { en: 'It may be a cross-tenant bug: raise an alert, do not swallow it.', tr: 'Tenant’lar arası bir hata olabilir: yutmayın, uyarı verin.' },
  confusedWith: [
    { name: 'invalid_audience', why: { en: 'right tenant, token for another API', tr: 'tenant doğrudur, belirteç başka bir API içindir' } },
    {
      name: 'unauthorized_user',
      why: {
        en: 'right token, the user has no rights in the tenant',
        tr: 'belirteç doğrudur, kullanıcının tenant’ta yetkisi yoktur',
      },
    },
  ],
  links: [errorsPage, authorization],
  keywords: { en: 'iss issuer other tenant environment custom domain unauthorized 401', tr: 'yayınlayan iss başka tenant kiracı ortam özel alan adı yetkisiz' },
  shared: true,
};

export const invalidAuthorizationScheme: CatalogEntry = {
  name: 'invalid_authorization_scheme',
  status: { from: 401, to: 401 },
  description: "Wrong authorization scheme is used. It must be 'Bearer'.",
  descriptionTr: "Yanlış yetkilendirme şeması kullanılmış. 'Bearer' olmalıdır.",
  turn: 'fix',
  causes: [
    { en: 'the raw token without `Bearer` in front', tr: 'önünde `Bearer` olmayan ham belirteç' },
    { en: 'another scheme: `Basic`, `DPoP`, `token`', tr: 'başka bir şema: `Basic`, `DPoP`, `token`' },
    { en: 'the prefix twice, `Bearer Bearer …`, when a helper adds it too', tr: 'bir yardımcı da eklediğinde önek iki kez: `Bearer Bearer …`' },
  ],
  firstCheck: {
    en: 'Look at the start of the `Authorization` header that was really sent: `Bearer`, one space, the token.',
    tr: 'Gerçekten gönderilen `Authorization` başlığının başına bakın: `Bearer`, bir boşluk, belirteç.',
  },
  action: { en: 'Correct the header where it is built.', tr: 'Başlığı oluşturulduğu yerde düzeltin.' },
  retryable: false,
  retry: { en: 'The same header is refused again.', tr: 'Aynı başlık yine reddedilir.' },
  caution: {
    en: '`Basic` may have sent the client’s secret to the wrong endpoint: consider rotating it.',
    tr: '`Basic`, istemcinin gizli anahtarını yanlış uç noktaya göndermiş olabilir: değiştirmeyi düşünün.',
  },
  confusedWith: [
    { name: 'missing_token', why: { en: 'no token was sent at all', tr: 'hiç belirteç gönderilmemiştir' } },
  ],
  links: [errorsPage, authorization],
  keywords: { en: 'bearer basic dpop authorization header scheme prefix unauthorized 401', tr: 'bearer basic yetkilendirme şeması başlık önek yetkisiz' },
  shared: true,
};

export const missingToken: CatalogEntry = {
  name: 'missing_token',
  status: { from: 401, to: 401 },
  description: 'Authorization token is not provided.',
  descriptionTr: 'Yetkilendirme belirteci verilmemiş.',
  turn: 'fix',
  causes: [
    { en: 'the environment variable or the SDK’s `token` option is empty', tr: 'ortam değişkeni ya da SDK’nın `token` seçeneği boş' },
    {
      en: 'a redirect (http to https, or to another host) dropped the header',
      tr: 'bir yönlendirme (http’den https’ye ya da başka bir sunucuya) başlığı düşürmüş',
    },
    { en: 'the call ran before the token was fetched', tr: 'çağrı, belirteç alınmadan önce yapılmış' },
  ],
  firstCheck: {
    en: 'Check that the request carries an `Authorization` header, and that its URL starts with `https://`.',
    tr: 'İstekte `Authorization` başlığı olduğunu ve URL’nin `https://` ile başladığını denetleyin.',
  },
  action: {
    en: 'Pass the token with the SDK’s `token` option, as a value or a function.',
    tr: 'Belirteci SDK’nın `token` seçeneğiyle, değer ya da işlev olarak verin.',
  },
  retryable: false,
  retry: { en: 'At most once, after a token was obtained.', tr: 'En çok bir kez, bir belirteç alındıktan sonra.' },
  caution: { en: 'Put no token in a URL or in code that is sent to browsers.', tr: 'Belirteci URL’ye ya da tarayıcıya giden koda koymayın.' },
  confusedWith: [
    {
      name: 'invalid_token',
      why: {
        en: 'OAuth’s name for a bad token; PlusAuth documents no name for an expired one',
        tr: 'OAuth’un bozuk belirteç için kullandığı addır; PlusAuth süresi dolmuş belirteç için bir ad belgelemez',
      },
    },
    { name: 'invalid_authorization_scheme', why: { en: 'a token came with the wrong scheme', tr: 'belirteç yanlış şemayla gelmiştir' } },
  ],
  links: [errorsPage, authorization],
  keywords: {
    en: 'no token authorization header empty environment variable redirect login unauthorized 401',
    tr: 'belirteç yok eksik başlık boş ortam değişkeni yönlendirme yetkisiz',
  },
  shared: true,
};
