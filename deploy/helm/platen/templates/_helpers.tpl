{{- define "platen.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "platen.selector" -}}
app.kubernetes.io/name: {{ .service.module }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "platen.labels" -}}
{{ include "platen.selector" . }}
{{ include "platen.commonLabels" .root }}
{{- end -}}

{{- define "platen.commonLabels" -}}
app.kubernetes.io/part-of: platen
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Where a service is reached inside the cluster; what each service is told of all of them. */}}
{{- define "platen.address" -}}
http://{{ include "platen.fullname" .root }}-{{ .service.module }}:{{ .service.port }}{{ .service.contextPath }}
{{- end -}}

{{- define "platen.jdbcUrl" -}}
{{- $postgres := .root.Values.postgres -}}
jdbc:postgresql://{{ $postgres.host }}:{{ $postgres.port }}/{{ .service.database.name }}{{ with $postgres.parameters }}?{{ . }}{{ end }}
{{- end -}}

{{- define "platen.sharedEnv" -}}
{{- $root := . -}}
- name: PLATEN_PUBLIC_URL
  value: {{ .Values.publicUrl | quote }}
- name: PLATEN_IDENTITY_URL
  value: {{ include "platen.address" (dict "root" $root "service" .Values.services.identity) }}
{{- range $id, $service := .Values.services }}
{{- if ne $id "gateway" }}
- name: PLATEN_SERVICES_{{ upper $id }}
  value: {{ include "platen.address" (dict "root" $root "service" $service) }}
{{- end }}
{{- end }}
- name: PLATEN_TOPICS_PARTITIONS
  value: {{ .Values.kafka.partitions | quote }}
- name: SPRING_KAFKA_BOOTSTRAP_SERVERS
  value: {{ .Values.kafka.bootstrapServers | quote }}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: {{ .Values.kafka.securityProtocol }}
{{- if .Values.kafka.saslMechanism }}
- name: SPRING_KAFKA_PROPERTIES_SASL_MECHANISM
  value: {{ .Values.kafka.saslMechanism }}
- name: SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ .Values.kafka.saslJaasConfig.secret }}
      key: {{ .Values.kafka.saslJaasConfig.key }}
{{- end }}
- name: LOGGING_STRUCTURED_FORMAT_CONSOLE
  value: {{ .Values.logFormat | quote }}
{{- end -}}

{{- define "platen.ownEnv" -}}
{{- $values := .root.Values -}}
- name: SERVER_PORT
  value: {{ .service.port | quote }}
- name: SPRING_DATASOURCE_URL
  value: {{ include "platen.jdbcUrl" . | quote }}
- name: SPRING_DATASOURCE_USERNAME
  value: {{ .service.database.app }}
- name: SPRING_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .service.database.secret }}
      key: app-password
- name: SPRING_FLYWAY_URL
  value: {{ include "platen.jdbcUrl" . | quote }}
- name: SPRING_FLYWAY_USER
  value: {{ .service.database.owner }}
- name: SPRING_FLYWAY_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .service.database.secret }}
      key: owner-password
{{- if has .id (list "identity" "gateway") }}
- name: PLATEN_CLIENTS_GATEWAY_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $values.gatewayClient.secret }}
      key: {{ $values.gatewayClient.key }}
{{- end }}
{{- if and (eq .id "identity") $values.bootstrapAdmin.email }}
- name: PLATEN_BOOTSTRAP_ADMIN_EMAIL
  value: {{ $values.bootstrapAdmin.email }}
- name: PLATEN_BOOTSTRAP_ADMIN_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $values.bootstrapAdmin.secret }}
      key: {{ $values.bootstrapAdmin.key }}
{{- end }}
{{- if eq .id "gateway" }}
- name: PLATEN_GATEWAY_INSTANCES
  value: {{ max 1 .service.replicas | quote }}
- name: PLATEN_GATEWAY_PROXIES
  value: {{ join "," $values.proxies | quote }}
- name: PLATEN_GATEWAY_SCRAPERS
  value: {{ join "," $values.scrapers | quote }}
{{- end }}
{{- if eq .id "notification" }}
- name: PLATEN_MAIL_FROM
  value: {{ $values.mail.from | quote }}
- name: SPRING_MAIL_HOST
  value: {{ $values.mail.host | quote }}
- name: SPRING_MAIL_PORT
  value: {{ $values.mail.port | quote }}
- name: SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE
  value: {{ $values.mail.startTls | quote }}
- name: SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED
  value: {{ $values.mail.startTls | quote }}
{{- if $values.mail.username }}
- name: SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH
  value: "true"
- name: SPRING_MAIL_USERNAME
  value: {{ $values.mail.username | quote }}
- name: SPRING_MAIL_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $values.mail.password.secret }}
      key: {{ $values.mail.password.key }}
{{- end }}
{{- end }}
{{- end -}}
