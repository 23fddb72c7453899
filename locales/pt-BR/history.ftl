# The history's sentences: `history-<event>`; notifications: `notification-<kind>`.

history-opened = Solicitação aberta por { $author }.
history-captured = { $author } assumiu a solicitação.
history-delegated = { $author } passou a solicitação para { $person }, grupo { $group }.
history-delegated-group = { $author } passou a solicitação para o grupo { $group }.
history-returned = { $author } devolveu a solicitação ao grupo.
history-suspended = Suspensa por { $author }: { $reason }. O relógio parou; volta até { $until }.
history-reactivated = Reativada por { $author }. O relógio voltou a contar.
history-reactivated-date = Reativada: chegou a data de retorno. O relógio voltou a contar.
history-reactivated-answer = Reativada com a resposta do solicitante. O relógio voltou a contar.
history-reactivated-original = Reativada para acompanhar a solicitação original.
history-priority-changed = { $author } alterou a prioridade de { $from } para { $to }.
history-deadline-changed = { $author } alterou o prazo de { $from } para { $to }.
history-deadline-set = { $author } definiu o prazo: { $to }.
history-reclassified = { $author } mudou o serviço de “{ $from }” para “{ $to }”. O prazo conta desde a abertura.
history-resolved = Resolvida por { $author }.
history-resolved-in-time = Resolvida por { $author }, dentro do prazo.
history-resolved-late = Resolvida por { $author }, depois do prazo.
history-resolved-with-original = Resolvida junto com a solicitação { $number }.
history-accepted = Solução aceita por { $author }; solicitação fechada.
history-closed-automatically = Fechada automaticamente: ninguém reabriu dentro do prazo.
history-cancelled = Cancelada por { $author }.
history-reopened = Reaberta por { $author }. Um novo prazo começou.
history-attachment-added = { $author } anexou { $name }.
history-attachment-removed = { $author } removeu o anexo { $name }.
history-child-opened = { $author } abriu a solicitação filha { $number }.
history-child-of = Filha da solicitação { $number }.
history-parent-of = A solicitação { $number } passou a ser filha desta.
history-duplicate-of = { $author } marcou como duplicata da solicitação { $number }.
history-has-duplicate = A solicitação { $number } é duplicata desta e será resolvida junto.
history-rated = { $author } avaliou o atendimento: { $grade }.
history-redacted = { $author } apagou um texto do histórico.
history-told-by-phone = { $author } informou a situação por telefone; registrado na solicitação { $number }.
history-closed-information = Fechada na abertura: só registra uma informação dada por telefone.

notification-message = { $author } enviou uma mensagem
notification-note = { $author } adicionou uma nota
notification-opened = { $author } abriu uma solicitação para o seu grupo
notification-delegated = { $author } passou esta solicitação para você ou seu grupo
notification-expiring = O prazo está acabando
notification-poor-grade = { $author } deu uma nota baixa ao atendimento
notification-viewing-service = Uma visualização por telefone não foi registrada: o parâmetro 283 não indica um serviço ativo do tipo requisição
notification-situation = { $situation ->
   *[in_progress] A situação mudou para em andamento
    [suspended] A situação mudou para suspensa
    [resolved] A situação mudou para resolvida
    [closed] A situação mudou para fechada
    [reopened] A situação mudou para reaberta
    [cancelled] A situação mudou para cancelada
}
