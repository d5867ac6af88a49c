# The site as one image: built from a checkout, run against a PostgreSQL of its own (docker-compose.yml).
# What it runs is what `npm start` runs; lib/boot/docker.test.ts checks the steps, and the fault tests boot them.
FROM node:22-bookworm-slim AS build
WORKDIR /site
# The address in the sitemap, the feed and shared links is read while building.
ARG SITE_URL=""
ENV SITE_URL=$SITE_URL NEXT_TELEMETRY_DISABLED=1
# Packages first, so that a change of a page does not install them anew. Installing makes the database's client.
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
COPY lib/boot ./lib/boot
RUN ["npm", "ci", "--no-audit", "--no-fund", "--include=dev"]
COPY . .
RUN ["node", "lib/boot/build-only.mjs"]
RUN ["npm", "prune", "--omit=dev", "--ignore-scripts"]

FROM node:22-bookworm-slim
WORKDIR /site
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /site /site
USER node
EXPOSE 3000
# Ready means: the database answers, its schema is this release's, and nobody has asked it to stop.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "lib/boot/is-ready.mjs"]
CMD ["node", "lib/boot/start.mjs", "--built"]
