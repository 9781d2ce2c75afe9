import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = process.env.PLATEN_GATEWAY ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Straight into the jar: the gateway serves it from META-INF/resources.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 800,
    // The content security policy allows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/login', '/logout', '/identity'].map((path) => [path, { target: gateway, xfwd: true }]),
    ),
  },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'] },
});
