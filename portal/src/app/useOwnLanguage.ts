import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newKey } from '../api/commandKey';
import { changeLanguage, meQuery } from '../api/queries';
import type { Language } from '../api/types';
import { asLanguage, showLanguage } from '../i18n';

/**
 * The screen changes at once; the platform is told so that mails and the next sign-in speak the same language. Where that
 * fails, the screen speaks again what the platform knows.
 */
export function useOwnLanguage() {
  const client = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: async (language: Language) => {
      await showLanguage(language);
      await changeLanguage(language, newKey());
    },
    onSuccess: (_, language) => client.setQueryData(meQuery.queryKey, (old) => (old ? { ...old, language } : old)),
    onError: () => {
      const known = asLanguage(client.getQueryData(meQuery.queryKey)?.language);
      if (known) void showLanguage(known);
    },
  });
  return { change: mutate, error };
}
