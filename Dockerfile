# syntax=docker/dockerfile:1
# One image for both roles: ROLE=http and ROLE=worker, or ROLE=all in one process.

FROM node:20.20-bookworm-slim AS manifests
WORKDIR /hilo
COPY package.json package-lock.json .npmrc ./
COPY apps ./apps
COPY libs ./libs
COPY tools/generators ./tools/generators
# Only the manifests stay, so that a change of a source does not repeat the install below.
RUN find apps libs tools -type f ! -name package.json -delete && find apps libs tools -type d -empty -delete

FROM node:20.20-bookworm-slim AS build
WORKDIR /hilo
ENV CI=true NX_DAEMON=false NX_NO_CLOUD=true NX_TUI=false
COPY --from=manifests /hilo ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN npm run build

FROM node:20.20-bookworm-slim AS modules
WORKDIR /hilo
COPY --from=manifests /hilo ./
RUN npm ci --omit=dev --workspace=@hilo/api

FROM node:20.20-bookworm-slim
WORKDIR /hilo
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WORKER_PORT=3001 HILO_DATA_DIR=/data PANEL_DIR=/hilo/apps/panel/dist
RUN mkdir /data && chown node:node /data
COPY --from=modules /hilo ./
COPY --from=build /hilo/libs ./libs
COPY --from=build /hilo/apps/api/dist ./apps/api/dist
COPY --from=build /hilo/apps/panel/dist ./apps/panel/dist
USER node
VOLUME /data
EXPOSE 3000 3001
# A worker has a door of its own, for its health and figures alone.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "const { ROLE, PORT, WORKER_PORT } = process.env; fetch('http://127.0.0.1:' + (ROLE === 'worker' ? WORKER_PORT : PORT) + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
