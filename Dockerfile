# One image for both roles: `node scripts/start.mjs api` (the default) and `node scripts/start.mjs worker`, with what Node is told besides.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY workers workers
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    WORKER_PORT=9090 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/scripts scripts
COPY --from=build /app/dist dist
# Holds the generated admin key when ADMIN_KEY is not set; nothing else is written to disk.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000 9090
# The worker overrides this with its own: docker-compose.yml.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["node", "scripts/health.mjs", "api"]
# Node itself takes the signals: npm between them would delay a stop.
CMD ["node", "--max-semi-space-size=32", "scripts/start.mjs", "api"]
