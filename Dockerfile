# scim-test as an image: docker run --rm -v "$PWD:/work" -e SCIM_TEST_TOKEN scim-test run --target https://test.example.org/scim/v2
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /opt/scim-test
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/bin/scim-test.js ./bin/
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/fixtures ./fixtures
COPY --from=build /build/dist ./dist
# Reports are written to the folder that is mounted here.
WORKDIR /work
USER node
ENTRYPOINT ["node", "/opt/scim-test/bin/scim-test.js"]
CMD ["--help"]
