import { defineConfig } from 'vitest/config';

// The product as its user: the built app, a server with the sample company, Chromium from the system.
export default defineConfig({
  test: {
    include: ['tests/journeys/*.journey.ts'],
    globalSetup: ['tests/journeys/house.server.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    // As long as whoever waits for the page itself: a second is short where several saves stand in line.
    expect: { poll: { timeout: 30_000 } },
  },
});
