# Errors: `problem-<code>` is the title of a problem document, `field-<code>` a complaint about a field.

problem-not-found = Não encontramos o que foi pedido.
problem-request-not-found = Não encontramos esta solicitação entre as que você pode ver.
problem-unauthenticated = Entre com sua conta para continuar.
problem-wrong-credentials = Usuário ou senha não conferem. Verifique e tente de novo.
problem-too-many-logins = Muitas tentativas sem sucesso. Aguarde { $seconds } s e tente de novo, ou peça um link para criar outra senha.
problem-password-link-expired = Este link não vale mais. Peça outro.
problem-csrf = A página está desatualizada. Recarregue e tente de novo; o que você escreveu fica guardado.
problem-scope = Este token não tem o escopo { $scope }.
problem-role = Seu perfil não permite esta ação.
problem-token-address = Este token não pode ser usado a partir deste endereço.
problem-session-only = Isto só pode ser feito por quem entrou com usuário e senha.
problem-on-behalf = Só atendentes podem abrir solicitações para outra pessoa.
problem-desk-fields = Um dos campos enviados é reservado aos atendentes.
problem-action-not-yours = Você não tem permissão para fazer isto nesta solicitação.
problem-parameter-off = Este recurso está desligado (parâmetro { $parameter }). Fale com a administração se precisar dele.
problem-too-late-to-reopen = O prazo para reabrir terminou. Abra uma nova solicitação e cite o número desta.
problem-not-reopenable = Esta solicitação não pode ser reaberta.
problem-already-rated = Esta solicitação já foi avaliada. Obrigado!
problem-no-solution = Ainda não há solução registrada.
problem-nobody-has-it = Ninguém assumiu esta solicitação; não há de quem devolver.
problem-already-captured = { $name } já assumiu esta solicitação.
problem-already-yours = Você já é o responsável por esta solicitação.
problem-changed-meanwhile = Alguém alterou isto enquanto você escrevia. Confira a versão atual e tente de novo.
problem-extension-unknown = Ninguém gravou este ramal em Atendimento.
problem-call-back-taken = Outra pessoa já assumiu este retorno.
problem-call-followed = A central telefônica avisa quando esta chamada terminar.
problem-version-old = Alguém alterou isto depois que você abriu. Confira a versão atual e tente de novo; seu texto continua aqui.
problem-if-match-missing = Informe no cabeçalho If-Match a versão que você leu.
problem-idempotency-running = Esta mesma operação ainda está em andamento. Aguarde um instante.
problem-idempotency-mismatch = Esta chave de idempotência já foi usada com outro conteúdo. Use uma chave nova.
problem-idempotency-key-invalid = A chave de idempotência precisa ter de 1 a 200 caracteres.
problem-already-redacted = Este texto já foi apagado, ou não há texto aqui.
problem-too-many-uploads = Há arquivos demais enviados e não anexados. Remova alguns e tente de novo.
problem-too-many-attachments = Uma solicitação aceita até { $max } anexos. Remova algum antes de enviar outro.
problem-file-too-large = O arquivo passa do limite de { $limit } MB. Envie um menor ou divida-o.
problem-upload-incomplete = O envio foi interrompido. Tente enviar o arquivo de novo.
problem-body-too-large = O conteúdo enviado é grande demais.
problem-json-expected = Envie o conteúdo como application/json.
problem-telephony-off = A telefonia está desligada (parâmetro 281).
problem-argument-missing = Falta o parâmetro { $name }.
problem-argument-repeated = O parâmetro { $name } veio mais de uma vez.
problem-argument-invalid = O parâmetro { $name } não tem um valor válido.
problem-media-type-unknown = Envie um formulário (application/x-www-form-urlencoded) ou JSON (application/json).
problem-json-malformed = O JSON enviado tem um erro na linha { $line }, coluna { $column }.
problem-json-shape = O JSON enviado não tem a forma esperada: { $cause }
problem-bad-request = O pedido não pôde ser entendido. Confira a documentação da API.
problem-method-not-allowed = Este endereço não aceita este método.
problem-invalid-query = Um filtro não existe ou tem um valor inválido: { $cause }
problem-unknown-filter = O filtro { $name } não aceita o valor “{ $value }”.
problem-invalid-cursor = Esta página da lista não existe mais. Volte ao começo da lista.
problem-invalid-page-size = Peça de 1 a { $max } linhas por página.
problem-search-too-long = A busca aceita até { $max } caracteres.
problem-invalid = Confira os campos indicados.
problem-too-slow = Demorou demais. Não sabemos se foi concluído: confira antes de repetir.
problem-database-unavailable = O sistema está sobrecarregado ou em manutenção. Seu texto está guardado; tente de novo em instantes.
problem-internal = Algo falhou do nosso lado. Seu texto está guardado; tente de novo e, se persistir, informe o código abaixo.
problem-allowed = Nesta situação você pode: { $actions }.
field-required = Preencha este campo.
field-too-long = Use até { $max } caracteres.
field-control-character = O texto tem um caractere de controle que não é aceito. Apague-o ou cole sem formatação.
field-email-invalid = Este endereço de e-mail não parece válido. Exemplo: nome@empresa.com
field-tax-id-invalid = O CPF ou CNPJ não confere. Verifique os dígitos.
field-taken = Já existe um cadastro com este valor.
field-unknown = Não encontramos isto, ou não está mais ativo. Confira, ou escolha outro.
field-call-event = O evento é newCall, answer ou hangup.
field-call-direction = A direção é in ou out.
field-call-id = Falta o identificador da chamada, ou ele tem mais de 250 caracteres.
field-extension-digits = Um ramal tem só algarismos, no máximo 20.
field-request-unknown = Não encontramos uma solicitação com este número. Confira o número.
field-request-or-tag = Informe a solicitação ou uma marca, não as duas.
field-service-unknown = Este serviço não existe, está inativo ou não é oferecido a esta pessoa. Escolha outro no catálogo.
field-not-executor = Esta pessoa não executa solicitações deste grupo. Escolha outra.
field-no-change = Já está assim. Escolha outro valor.
field-in-the-past = Escolha uma data no futuro.
field-too-far = Escolha uma data dentro de { $days } dias.
field-minutes = Informe de 0 a { $max } minutos.
field-category-not-for-notes = Esta categoria pertence às ações do sistema. Escolha outra.
field-circle = Esta relação faria um círculo. Escolha outra solicitação.
field-itself = Uma solicitação não se relaciona com ela mesma. Informe outro número.
field-solution-not-yours = Você não executa as solicitações do grupo deste serviço, então não pode registrá-la como resolvida. Abra-a sem a solução.
field-upload-unknown = Este arquivo não está mais disponível. Envie-o de novo.
field-too-many-files = Envie até { $max } arquivos.
field-file-empty = O arquivo está vazio.
field-file-forged = O conteúdo não é um arquivo .{ $extension } de verdade. Confira o arquivo original.
field-password-short = Use pelo menos { $min } caracteres.
field-password-common = Esta senha é fácil de adivinhar. Escolha outra.
field-password-wrong = A senha atual não confere.
field-time-zone-unknown = Este fuso horário não existe. Exemplo: America/Sao_Paulo
field-address-invalid = Informe um endereço IP ou uma rede, como 10.0.0.0/8.
problem-illegal-action = { $situation ->
   *[in_progress] Isto não pode ser feito: a solicitação está em andamento.
    [suspended] Isto não pode ser feito: a solicitação está suspensa.
    [resolved] Isto não pode ser feito: a solicitação está resolvida.
    [closed] Isto não pode ser feito: a solicitação está fechada.
    [reopened] Isto não pode ser feito: a solicitação está reaberta.
    [cancelled] Isto não pode ser feito: a solicitação está cancelada.
}

# Administration.
problem-last-administrator = Esta é a última pessoa ativa com o perfil de administrador. Dê o perfil a outra antes.
problem-person-inactive = Esta pessoa está inativa. Ative-a antes de enviar um link de senha.
problem-person-without-email = Esta pessoa não tem endereço de e-mail. Cadastre um antes de enviar um link de senha.
problem-group-has-requests = { $count ->
    [one] Este grupo ainda tem uma solicitação aberta. Delegue-a ou resolva-a antes de desativá-lo.
   *[other] Este grupo ainda tem { $count } solicitações abertas. Delegue-as ou resolva-as antes de desativá-lo.
    }
problem-group-has-services = { $count ->
    [one] Um serviço ativo ainda é atendido por este grupo. Escolha outro grupo para ele antes de desativar este.
   *[other] Ainda há { $count } serviços ativos atendidos por este grupo. Escolha outro grupo para eles antes de desativar este.
    }
problem-group-in-parameter = O parâmetro { $parameter } indica este grupo. Escolha outro no parâmetro antes de desativar este.
problem-template-in-use = Este modelo está indicado em parâmetros ({ $parameters }). Troque-o lá antes de excluí-lo.
problem-email-not-retryable = Este e-mail já foi enviado, foi suprimido ou está sendo enviado agora. Atualize a lista.
problem-mail-off = Todo e-mail está desligado (parâmetro 297). Ligue-o antes de tentar de novo.
field-tax-id-length = Um CPF tem 11 dígitos e um CNPJ tem 14 caracteres. Confira se falta ou sobra algum.
field-tax-id-character = Há um caractere que não pertence a um CPF ou CNPJ. Confira o que foi digitado.
field-tax-id-check-digits = Os dígitos verificadores não conferem. Confira o que foi digitado.
field-tax-id-repeated = Um CPF ou CNPJ com todos os dígitos iguais não pertence a ninguém.
field-employee-number-personal = A matrícula aparece por inteiro nas telas: não use nela um CPF, um CNPJ ou um e-mail.
field-phone-invalid = Informe um número de telefone, com DDD. Exemplo: (11) 98888-7777
field-too-many = Informe até { $max } itens.
field-member-twice = Esta pessoa já está na lista.
field-person-inactive = Esta pessoa está inativa. Ative-a ou escolha outra.
field-not-attendant = Esta pessoa não tem o perfil de atendente. Dê-lhe o perfil ou escolha outra.
field-group-inactive = Este grupo está inativo. Ative-o ou escolha outro.
field-priority-invalid = A prioridade vai de 1 (crítica) a 5 (mínima).
field-priority-twice = Esta prioridade já tem metas acima.
field-target-invalid = Informe um tempo maior que zero, de até { $max } horas, ou deixe vazio.
field-capture-after-resolve = O tempo para assumir não pode passar do tempo para resolver.
field-icon-invalid = Use o nome de um ícone: só letras sem acento, algarismos e hífens.
field-position-invalid = Informe um número de 0 a { $max }.
field-language-unknown = Os idiomas são pt-BR, es e en.
field-kind-in-use = O parâmetro { $parameter } indica este modelo e precisa do tipo atual. Troque o modelo no parâmetro antes de mudar o tipo.
field-first-number-given = A numeração já começou (a última solicitação é a { $last }) e não pode mais mudar.
