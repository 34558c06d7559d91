# docker build -t factcheck . && docker run --rm -v "$PWD:/articles:ro" factcheck check .
FROM python:3.13-slim AS build
WORKDIR /source
COPY setup.cfg pyproject.toml MANIFEST.in README.md LICENSE ./
COPY factcheck factcheck
COPY rules rules
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
COPY --from=build /wheels /wheels
# The wheel that was just built is the only version there is.
# hadolint ignore=DL3013
RUN python -m pip install --no-cache-dir --find-links /wheels "factcheck-rules[docx,pdf]" \
    && rm -r /wheels \
    && useradd --create-home --uid 1000 reader
USER 1000
WORKDIR /articles
ENTRYPOINT ["factcheck"]
CMD ["--help"]
