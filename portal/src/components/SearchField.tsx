import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon';

const SETTLE_MILLIS = 200;

/** A search that follows the typing and keeps the address in step. */
export function SearchField({
  label,
  placeholder,
  value,
  onSearch,
  onEnter,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
  /** Called with the text when Enter is pressed, and with null when typing goes on. */
  onEnter?: (text: string | null) => void;
}) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // Going back in the history changes the value from outside; our own typing does not come back here.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string) => {
    clearTimeout(timer.current);
    if (text === sent.current) return;
    sent.current = text;
    onSearch(text);
  };
  return (
    <TextInput
      type="search"
      className="p-search-field"
      label={label}
      placeholder={placeholder}
      value={typed}
      leftSection={<Icon name="search" />}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onEnter?.(null);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => send(text), SETTLE_MILLIS);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        send(typed);
        onEnter?.(typed);
      }}
    />
  );
}
