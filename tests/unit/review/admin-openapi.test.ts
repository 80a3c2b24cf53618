import { buildAdminOpenApi } from '../../../src/api/admin/admin-paths';
import { createAdminApi } from '../../../src/api/admin/admin-router';
import type { ApiDeps } from '../../../src/api/deps';

test('the description of the admin routes has every route, and nothing else', () => {
  const { stack } = createAdminApi({ options: {}, store: {} } as unknown as ApiDeps);
  const routes = stack.flatMap(({ route }) => {
    const methods = new Set(route?.stack.flatMap(({ method }) => (method ? [method] : [])));
    return [...methods].map((method) => `${method} /admin/api${route!.path.replace(/:(\w+)/g, '{$1}')}`);
  });
  const described = Object.entries(buildAdminOpenApi().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(routes.length).toBeGreaterThan(30);
  expect(described.toSorted()).toEqual(routes.toSorted());
});
