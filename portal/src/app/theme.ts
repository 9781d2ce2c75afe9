import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Everything else is grey or a status token of styles/tokens.css. */
const ink: MantineColorsTuple = [
  '#eef0fb',
  '#dde1f6',
  '#bac1ec',
  '#97a2e3',
  '#7a87da',
  '#6271d2',
  '#505fc8',
  '#3b49b0',
  '#323e97',
  '#28327b',
];

/** Mantine's dark greys, in the tone of ours. */
const dark: MantineColorsTuple = [
  '#e7e9ee',
  '#c9ced8',
  '#a3abb8',
  '#79828f',
  '#4a515d',
  '#31363f',
  '#252932',
  '#1c1f25',
  '#16181d',
  '#101216',
];

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace",
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
});
