import { useTranslation } from 'react-i18next';
import type { FieldMessage } from '../api/problem';
import { useFormat } from './useFormat';

/** What is wrong with one field. */
export function Messages({ messages }: { messages: readonly FieldMessage[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {messages.map((message) => (
        <span key={message.code} className="p-block">
          {message.message}{' '}
          {message.previous !== undefined && !says(message.message, message.previous) && <span>{t('read.previousValue', { value: format.count(message.previous) })} </span>}
          <span className="p-code">{message.code}</span>
        </span>
      ))}
    </>
  );
}

/** Whether a text already names a figure, in whatever grouping. */
function says(text: string, figure: number): boolean {
  return text.replaceAll(/(\d)[.,\s’'](?=\d{3})/g, '$1').includes(String(figure));
}
