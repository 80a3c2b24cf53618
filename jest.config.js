/** One project a kind of test: `npx jest --selectProjects unit` runs one alone. */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // The build holds a copy of package.json, and two packages of one name confuse Jest.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }],
    '/node_modules/eld/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  // eld is published as an ES module only, which Jest cannot import without an experimental flag of Node.
  moduleNameMapper: { '^eld/(\\w+)$': '<rootDir>/node_modules/eld/src/entries/static.$1.js' },
  transformIgnorePatterns: ['/node_modules/(?!eld/)'],
};

const project = (name) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
});

module.exports = {
  // Real servers and processes on two cores: a bound for what hangs, not a measure of speed.
  testTimeout: 60_000,
  projects: ['unit', 'redis', 'e2e', 'browser'].map(project),
};
