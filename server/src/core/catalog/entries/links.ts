import type { CatalogEntry } from '../types';

type Link = CatalogEntry['links'][number];

const same = (url: string): Link['url'] => ({ en: url, tr: url });

/** Pages of PlusAuth's documentation that are known to exist; a page without a Turkish address is linked in English. */
export const errorsPage: Link = {
  title: { en: 'PlusAuth: REST API errors', tr: 'PlusAuth: REST API hataları' },
  url: { en: 'https://docs.plusauth.com/en/api/core/errors', tr: 'https://docs.plusauth.com/tr/api/core/errors' },
};

export const rateLimits: Link = {
  title: { en: 'PlusAuth: rate limits', tr: 'PlusAuth: istek hızı sınırları' },
  url: { en: 'https://docs.plusauth.com/api/core/rate-limits', tr: 'https://docs.plusauth.com/tr/api/core/rate-limits' },
};

export const authorization: Link = {
  title: { en: 'PlusAuth: authorization', tr: 'PlusAuth: yetkilendirme' },
  url: same('https://docs.plusauth.com/en/api/core/authorization'),
};

export const accessControl: Link = {
  title: { en: 'PlusAuth: access control', tr: 'PlusAuth: erişim denetimi' },
  url: {
    en: 'https://docs.plusauth.com/concepts/user-management/access-control',
    tr: 'https://docs.plusauth.com/tr/concepts/user-management/access-control',
  },
};

export const views: Link = {
  title: { en: 'PlusAuth: views', tr: 'PlusAuth: görünümler' },
  url: same('https://docs.plusauth.com/concepts/customization/views'),
};

export const subscription: Link = {
  title: { en: 'PlusAuth: tenant subscription', tr: 'PlusAuth: tenant aboneliği' },
  url: same('https://docs.plusauth.com/api/core/-/tenants/get-tenant-subscription'),
};
