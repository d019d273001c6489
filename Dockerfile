# Chartside for a practice: the app's own server with the token broker (docs/run-for-a-practice.md).
# Holds no secret and no configuration: both are given to the container when it starts.
ARG NODE=node:24-slim

FROM ${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY stubs stubs
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM ${NODE}
ENV NODE_ENV=production \
    CHARTSIDE_LISTEN=0.0.0.0
WORKDIR /chartside
# Owned by root, so that what runs cannot change what it runs. `package.json` says that the files are modules.
COPY --from=build /build/package.json ./
COPY --from=build /build/dist/app dist/app
COPY --from=build /build/dist/commands/serve.js dist/commands/
COPY --from=build /build/dist/commands/assets dist/commands/assets
# By number, so that an orchestrator can see that it is not root.
USER 1000:1000
EXPOSE 4200
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:4200/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself refuses to write files, start programs or load native code, whatever the file system allows.
ENTRYPOINT ["node", "--permission", "--allow-fs-read=*", "dist/commands/serve.js"]
CMD ["--config", "/etc/chartside/smart-config.json"]
