# syntax=docker/dockerfile:1

FROM rust:1.95-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libssl-dev npm pkg-config \
    && rm -rf /var/lib/apt/lists/* \
    && rustup target add wasm32-unknown-unknown
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    --mount=type=cache,target=/root/.npm \
    cargo xtask build --release --postgres-tls \
    && install -D target/release/solicita /out/solicita

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libssl3 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --home-dir /data solicita \
    && install -d -o solicita -g solicita -m 0750 /data
COPY --from=build /out/solicita /usr/local/bin/solicita
COPY LICENSE LICENSE-APACHE LICENSE-MIT /usr/share/doc/solicita/
USER 10001
WORKDIR /data
VOLUME /data
ENV SOLICITA_LISTEN=0.0.0.0:8080 \
    SOLICITA_DATABASE_URL=sqlite:///data/solicita.db \
    SOLICITA_STORAGE_URL=folder:/data/files \
    SOLICITA_MAIL_URL=folder:/data/mail
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 CMD ["solicita", "health"]
ENTRYPOINT ["solicita"]
CMD ["serve"]
