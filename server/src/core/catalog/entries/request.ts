import type { CatalogEntry } from '../types';
import { errorsPage, subscription, views } from './links';

export const invalidRequest: CatalogEntry = {
  name: 'invalid_request',
  status: { from: 400, to: 400 },
  description: 'The request was unacceptable, probably because of wrong parameter.',
  descriptionTr: 'İstek kabul edilmedi; nedeni büyük olasılıkla yanlış bir parametre.',
  turn: 'fix',
  causes: [
    {
      en: 'a query parameter out of bounds: `limit` outside -1 to 500, an unknown `sort_by`, a wrong `offset`',
      tr: 'sınır dışı bir sorgu parametresi: -1 ile 500 dışında `limit`, bilinmeyen `sort_by`, yanlış `offset`',
    },
    { en: 'a search expression in `q` that is not valid PQL', tr: '`q` içinde geçerli PQL olmayan bir arama ifadesi' },
    { en: 'a body that is not valid JSON, or a wrong `Content-Type`', tr: 'geçerli JSON olmayan bir gövde ya da yanlış `Content-Type`' },
  ],
  firstCheck: {
    en: 'Log `error_description` and compare the query and the body that were sent with the endpoint’s page.',
    tr: '`error_description` değerini günlüğe yazın; gönderilen sorguyu ve gövdeyi uç noktanın sayfasıyla karşılaştırın.',
  },
  action: { en: 'Correct the request in the code. Report the error, do not hide it.', tr: 'İsteği kodda düzeltin. Hatayı gizlemeyin, bildirin.' },
  retryable: false,
  retry: { en: 'The same request fails again.', tr: 'Aynı istek yine başarısız olur.' },
  caution: { en: 'Do not show `error_description` to end users.', tr: '`error_description` metnini son kullanıcıya göstermeyin.' },
  confusedWith: [
    { name: 'invalid_entity', why: { en: '422, which blames a parameter of the entity', tr: '422’dir ve varlığın bir parametresini suçlar' } },
    {
      name: 'invalid_request (OAuth)',
      why: {
        en: 'the token endpoint uses the same name: look which URL failed',
        tr: 'belirteç uç noktası aynı adı kullanır: hangi URL’nin başarısız olduğuna bakın',
      },
    },
    { name: 'invalid_request_uri', why: { en: 'an OAuth error about `request_uri`', tr: '`request_uri` ile ilgili bir OAuth hatasıdır' } },
  ],
  links: [errorsPage],
  keywords: {
    en: 'bad request malformed json parameter query pql limit sort_by offset content-type',
    tr: 'kötü hatalı geçersiz istek bozuk json parametre sorgu',
  },
  shared: true,
};

export const unsupportedViewTemplate: CatalogEntry = {
  name: 'unsupported_view_template',
  status: { from: 400, to: 400 },
  description: 'Unsupported view template provided.',
  descriptionTr: 'Desteklenmeyen bir görünüm şablonu verildi.',
  turn: 'fix',
  causes: [
    { en: 'the `{type}` of `/views/{type}` is none of the view types', tr: '`/views/{type}` içindeki `{type}` görünüm türlerinden biri değil' },
    {
      en: 'an old spelling: `verify_email` for `verify-email`, `recovery` for `password-recovery`',
      tr: 'eski bir yazım: `verify-email` yerine `verify_email`, `password-recovery` yerine `recovery`',
    },
    { en: 'an on-premise installation that does not know a newer view', tr: 'yeni bir görünümü tanımayan bir kurum içi (on-premise) kurulum' },
  ],
  firstCheck: {
    en: 'Compare the view type, letter by letter, with the SDK’s union type; today’s types use hyphens.',
    tr: 'Görünüm türünü SDK’nın birleşim türüyle harf harf karşılaştırın; bugünkü türler kısa çizgi kullanır.',
  },
  action: { en: 'Take the type from the SDK’s type instead of a free string.', tr: 'Türü serbest bir dize yerine SDK’nın türünden alın.' },
  retryable: false,
  retry: { en: 'The same request fails again.', tr: 'Aynı istek yine başarısız olur.' },
  confusedWith: [
    { name: 'unsupported_response_type', why: { en: 'an OAuth error about `response_type`', tr: '`response_type` ile ilgili bir OAuth hatasıdır' } },
    { name: 'unsupported_grant_type', why: { en: 'an OAuth error about `grant_type`', tr: '`grant_type` ile ilgili bir OAuth hatasıdır' } },
  ],
  links: [errorsPage, views],
  keywords: { en: 'view template page type customization login screen', tr: 'görünüm şablonu şablon sayfa tür özelleştirme giriş ekranı' },
  shared: false,
};

export const planLimitExceeded: CatalogEntry = {
  name: 'plan_limit_exceeded',
  status: { from: 402, to: 402 },
  description: 'You exceeded the limit of your subscription plan for provided operation. Consider upgrading your plan.',
  descriptionTr: 'Bu işlem için abonelik planınızın sınırını aştınız. Planınızı yükseltmeyi düşünün.',
  turn: 'handle',
  causes: [
    {
      en: 'a quota is used up: users, clients, resources, tenants, administrators, hooks, connections',
      tr: 'bir kota doldu: kullanıcılar, istemciler, kaynaklar, tenant’lar, yöneticiler, kancalar (hook), bağlantılar',
    },
    { en: 'the feature or setting is not part of the plan', tr: 'özellik ya da ayar plana dâhil değil' },
  ],
  firstCheck: {
    en: 'Compare `tenants.getSubscription(tenantId)` with `tenants.getStats(tenantId)`.',
    tr: '`tenants.getSubscription(tenantId)` ile `tenants.getStats(tenantId)` sonuçlarını karşılaştırın.',
  },
  action: {
    en: 'Stop the batch and tell the operator, with the way to upgrade.',
    tr: 'Toplu işi durdurun ve işletmeciye planı yükseltme yoluyla birlikte haber verin.',
  },
  retryable: false,
  retry: { en: 'Only after the plan or the usage has changed.', tr: 'Ancak plan ya da kullanım değiştikten sonra.' },
  caution: {
    en: 'Billing is no business of end users: show them a neutral message.',
    tr: 'Faturalama son kullanıcıyı ilgilendirmez: ona tarafsız bir ileti gösterin.',
  },
  confusedWith: [
    { name: 'too_many_requests', why: { en: '429: the rate of requests, not the size of the plan', tr: '429’dur: planın büyüklüğü değil, isteklerin hızı' } },
  ],
  links: [errorsPage, subscription],
  keywords: { en: 'payment required quota subscription upgrade billing 402', tr: 'abonelik planı kota sınır aşıldı yükseltme ödeme gerekli fatura' },
  shared: true,
};
