// Builds the review page: `node scripts/build-admin.mjs <outDir>`. File names carry a hash of their content, and a
// compressed copy lies beside each file, so that the API only picks one.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const source = join(dirname(fileURLToPath(import.meta.url)), '../src/admin');
const out = process.argv[2];
if (!out) {
  process.stderr.write('Usage: node scripts/build-admin.mjs <outDir>\n');
  process.exit(1);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(source, 'main.ts'), join(source, 'style.css')],
  outdir: join(out, 'assets'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022'],
  minify: true,
  metafile: true,
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
});

const built = (name) => {
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith(`/${name}`),
  );
  return basename(entry[0]);
};
const page = readFileSync(join(source, 'index.html'), 'utf8')
  .replace('main.js', built('main.ts'))
  .replace('style.css', built('style.css'));
writeFileSync(join(out, 'index.html'), page);
for (const name of readdirSync(join(out, 'assets'))) {
  const file = join(out, 'assets', name);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}
