# Parley as a small image: a static binary, a user without rights, the sample
# dispatches. Build it with `docker build -t parley .`; compose.yaml runs it
# beside a Neo4j.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /parley . \
 && mkdir /empty

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /parley /parley
COPY examples/dispatches /dispatches
COPY --from=build --chown=65532:65532 /empty /data
COPY --from=build --chown=65532:65532 --chmod=1777 /empty /tmp
USER 65532:65532
WORKDIR /data
EXPOSE 8080
ENTRYPOINT ["/parley"]
CMD ["serve", "--addr", "0.0.0.0:8080", "--load", "/dispatches"]
