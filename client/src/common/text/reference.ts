/** PlusAuth's page of errors. Its Turkish page shows the English text until PlusAuth translates it. */
export const referenceUrl = (language: 'en' | 'tr'): string => `https://docs.plusauth.com/${language}/api/core/errors`;
