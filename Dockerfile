# docker build -t engross . && docker run --rm -v "$PWD:/work" engross build sources
FROM debian:bookworm-slim AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 python3-venv
COPY . /src
RUN python3 -m venv /opt/engross \
    && /opt/engross/bin/pip install --quiet --no-cache-dir --require-hashes -r /src/requirements.txt \
    && /opt/engross/bin/pip install --quiet --no-cache-dir --no-deps --no-build-isolation --no-index /src \
    && /opt/engross/bin/pip uninstall --quiet --yes pip hatchling

FROM debian:bookworm-slim
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends python3 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 engross
COPY --from=build /opt/engross /opt/engross
USER engross
ENV PATH=/opt/engross/bin:$PATH
WORKDIR /work
ENTRYPOINT ["engross"]
CMD ["--help"]
