# Written from the README's scenario table and the event listings (dump2.py), before the tracker was run on them.
import os
M='from +33199001234 "Marie Martin"'; m='from +33199001234'
D='dialled 0199000200'
def direct(c,l,t_ring,t_ans,t_end,t_fin,talk,who=M,num=m,ext='200',dialled=D):
    # an outside call to one phone, answered, hung up normally
    return [f'{t_ring} ringing {c}/{l} at {ext} {who} queue - {dialled}',
            f'{t_ans} answered {c}/{l} at {ext} {who} queue - {dialled}',
            f'{t_end} ended {c}/{l} at {ext} answered talked {talk} cause 16',
            f'{t_fin} finished {c} answered {num} queue - {dialled} tried {ext} by {ext} talked {talk}']
X={}
def put(name,why,*lines):
    flat=[]
    for l in lines: flat += l if isinstance(l,list) else [l]
    X[name]=(why,flat)
none='No call in it: nothing changes.'
for n in ['01-login-ok','02-login-ok-class-system','03-login-rejected','04-login-md5','05-ping','06-permissions','64-query-idle','65-presence-change']: put(n,none)
put('07-eventmask','Seven calls to 200, but only under the masks "call", "system,call" and "on" do their events come.',
  direct(9,10,'2.832','3.835','4.386','4.386',0), direct(19,20,'15.474','16.477','17.029','17.029',0), direct(21,22,'18.021','19.025','19.575','19.575',0))
put('10-direct-answered-caller-hangs-up','200 rings 4 s, answers, talks 3 s.',direct(2,3,'0.125','4.138','7.163','7.163',3))
put('11-direct-answered-agent-hangs-up','The same, 200 hangs up.',direct(23,24,'0.145','4.155','7.177','7.177',3))
put('12-direct-missed-timeout','200 rings 12 s, Dial gives up: missed, hang-up cause 0.',
 f'0.125 ringing 25/26 at 200 {M} queue - {D}','12.135 ended 25/26 at 200 missed talked 0 cause 0',
 f'12.135 finished 25 missed {m} queue - {D} tried 200 by - talked 0')
put('13-direct-missed-caller-gives-up','The caller hangs up after 3 s: withdrawn at DialEnd CANCEL, ended at Hangup 127.',
 f'0.144 ringing 27/28 at 200 {M} queue - {D}','3.174 withdrawn 27/28 at 200 caller-gave-up','3.175 ended 27/28 at 200 abandoned talked 0 cause 127',
 f'3.175 finished 27 abandoned {m} queue - {D} tried 200 by - talked 0')
put('14-direct-busy','Busy at once: DialBegin but no ringing, so no pop-up; the log still has it.',
 '0.147 ended 29/30 at 200 busy talked 0 cause 17',f'0.147 finished 29 busy {m} queue - {D} tried 200 by - talked 0')
put('15-direct-declined','Rings 2 s, rejected (603): only cause 21 tells it from a missed call.',
 f'0.144 ringing 31/32 at 200 {M} queue - {D}','2.150 ended 31/32 at 200 declined talked 0 cause 21',
 f'2.150 finished 31 declined {m} queue - {D} tried 200 by - talked 0')
put('16-direct-phone-not-registered','No phone is tried at all (no DialBegin); only the call is there.',
 f'0.144 finished 33 missed {m} queue - dialled 0199000202 tried - by - talked 0')
put('17-internal-call-201-to-200','201 calls 200; only 200 rings.',
 direct(34,35,'0.145','3.153','5.164','5.164',2,'from 201 "Tomás Ibáñez"','from 201','200','dialled 200'))
put('18-outgoing-from-200','200 calls 201: 200 must not ring.',
 direct(36,37,'0.166','2.171','3.694','3.694',1,'from 200 "Nadia Lemaire"','from 200','201','dialled 201'))
put('19-originate-click-to-call','The PBX rings 200 first, at the wish of 200: no pop-up there. Then 201 rings, called by 200. Exten of the first Newchannel is "s": nothing was dialled.',
 direct(113,114,'3.160','6.170','7.674','7.674',1,'from 200 "Nadia Lemaire"','from 200','201','dialled -'))
def queue(c,legs,who,num,dialled,q,winner,t_ans,t_end,t_fin,talk,tried='200,201'):
    # ring-all: every leg rings, one answers, the other is withdrawn without being missed
    out=[f'{t} ringing {c}/{l} at {e} {who} queue {q} {dialled}' for t,l,e in legs]
    w=[x for x in legs if x[1]==winner][0]; o=[x for x in legs if x[1]!=winner][0]
    return out+[f'{t_ans} answered {c}/{winner} at {w[2]} {who} queue {q} {dialled}',
      f'{t_ans} withdrawn {c}/{o[1]} at {o[2]} answered-elsewhere',
      f'{t_end} ended {c}/{winner} at {w[2]} answered talked {talk} cause 16',
      f'{t_fin} finished {c} answered {num} queue {q} {dialled} tried {tried} by {w[2]} talked {talk}']
put('20-queue-answered','Queue 300 rings 200 and 201; 200 answers after 4 s, talks 3 s.',
 queue(4,[('0.647',5,'200'),('0.647',6,'201')],M,m,'dialled 0199000300','300',5,'4.659','7.671','7.671',3))
Q='queue 300 dialled 0199000300'
put('21-queue-caller-abandons','Both ring, the caller gives up after 4 s. DialEnd CANCEL comes twice for each leg: told once.',
 f'0.648 ringing 38/39 at 200 {M} {Q}',f'0.649 ringing 38/40 at 201 {M} {Q}',
 '4.657 withdrawn 38/39 at 200 caller-gave-up','4.657 withdrawn 38/40 at 201 caller-gave-up',
 '4.657 ended 38/39 at 200 abandoned talked 0 cause 0','4.657 ended 38/40 at 201 abandoned talked 0 cause 0',
 f'4.657 finished 38 abandoned {m} {Q} tried 200,201 by - talked 0')
put('23-queue-local-members','Members are Local/ channels: those legs (47-50) are no phones; 51 and 52 are. 200 answers.',
 queue(46,[('0.627',51,'201'),('0.627',52,'200')],M,m,'dialled 0199000301','301',52,'3.635','5.641','5.641',2,'201,200'))
put('25-ring-group-two-devices','Dial(200&201), no queue; Newstate 5 of 200 comes before its DialBegin; 201 answers.',
 queue(57,[('0.143',58,'200'),('0.144',59,'201')],M,m,'dialled 0199000310','-',59,'3.149','5.183','5.183',2))
E='from 0199001235'
put('30-caller-utf8-name','Three calls answered for half a second. The last name arrives escaped; people see quotes and apostrophe.',
 direct(60,61,'0.124','1.129','1.677','1.677',0,E+' "Élodie Durand-Lefèvre"',E),
 direct(62,63,'2.400','3.403','3.951','3.951',0,E+' "Łukasz Ñandú 株式会社"',E),
 direct(64,65,'4.674','5.677','6.225','6.225',0,E+' "Ana "La Jefa" O\'Neil; <x>"',E))
L=E+' "\ufffdlodie Lef\ufffdvre"'
put('31-caller-latin1-name','Bad bytes are U+FFFD already in the stream. A direct call, then queue 300.',
 direct(142,143,'0.163','1.174','1.708','1.709',0,L,E),
 queue(144,[('2.935',145,'200'),('2.935',146,'201')],L,E,'dialled 0199000300','300',145,'3.950','4.476','4.476',0))
put('32-caller-anonymous','a) anonymous, b) asserted number, c) no user part, d) no name.',
 direct(71,72,'0.144','1.148','1.696','1.697',0,'from - "Anonymous"','from -'),
 direct(73,74,'2.519','3.520','4.070','4.070',0,E+' "Secret Caller"',E),
 direct(75,76,'4.894','5.899','6.449','6.449',0,'from - -','from -'),
 direct(77,78,'7.270','8.274','8.794','8.794',0,E+' -',E))
put('40-blind-transfer','200 talks 1.5 s and transfers to 201, who talks 2.3 s: one call, one summary (3.8 s).',
 direct(83,84,'0.145','2.150','3.661','x',1)[:3],
 direct(83,85,'3.662','6.667','9.009','x',2,ext='201')[:3],
 f'9.009 finished 83 answered {m} queue - {D} tried 200,201 by 200 talked 3')
P='from 0199001299 "Paul Petit"'; p='from 0199001299'
a=direct(10,11,'0.144','1.153','6.260','6.260',5); b=direct(12,13,'1.697','4.706','5.743','5.743',1,P,p)
put('42-call-waiting-second-call','A second caller rings at 200 while it talks; two calls, two legs at one extension.',a[:2],b,a[2:])
put('43-pickup','200 rings, 201 picks up: 201 answers without having rung, 200 is withdrawn. 201\'s own call to *8200 (22) becomes part of call 20 and has no summary.',
 f'0.145 ringing 20/21 at 200 {M} queue - {D}',f'2.187 answered 20/22 at 201 {M} queue - {D}','2.187 withdrawn 20/21 at 200 answered-elsewhere',
 '4.207 ended 20/22 at 201 answered talked 2 cause 16',f'4.207 finished 20 answered {m} queue - {D} tried 200,201 by 201 talked 2')
a=direct(94,95,'0.146','4.156','6.186','6.186',2); b=direct(96,97,'1.147','4.155','7.207','7.207',3,P,p,'201','dialled 0199000201')
put('50-two-calls-interleaved','Kept apart by Linkedid.',a[0],b[0],b[1],a[1],a[2:],b[2:])
put('60-connect-while-ringing','Learnt from CoreShowChannels at 1.173; the dialled number is not in it. The caller gives up.',
 f'1.173 ringing 106/107 at 200 {M} queue - dialled -','5.020 withdrawn 106/107 at 200 caller-gave-up','5.021 ended 106/107 at 200 abandoned talked 0 cause 127',
 f'5.021 finished 106 abandoned {m} queue - dialled - tried 200 by - talked 0')
put('62-connect-while-talking','Learnt from CoreShowChannels: answered. Its Duration (2 s) counts as talk: 2 + 3.846 s; the Cdr says 5.',
 f'2.164 answered 111/112 at 200 {M} queue - dialled -','6.010 ended 111/112 at 200 answered talked 5 cause 16',
 f'6.010 finished 111 answered {m} queue - dialled - tried 200 by 200 talked 5')
put('63-connect-while-ringing-no-write','Only QueueStatus may be asked: the waiting caller is learnt, the ringing phones are not. Then a whole call to 200.',
 f'2.727 finished 117 abandoned {m} queue 300 dialled - tried - by - talked 0',direct(120,121,'3.748','4.751','6.541','6.541',1))
put('70-restart-class-system','Nothing under way at the restart; a call afterwards, with counters from 0.',direct(0,1,'18.609','20.617','21.156','21.156',0))
put('71-restart-narrow-account','The same with the other account.',direct(0,1,'5.493','7.500','8.045','8.045',0))
put('72-restart-during-call','A polite restart hangs up first: missed, cause 0. The list afterwards is empty.',
 f'0.150 ringing 2/3 at 200 {M} queue - {D}','1.201 ended 2/3 at 200 missed talked 0 cause 0',f'1.201 finished 2 missed {m} queue - {D} tried 200 by - talked 0')
put('73-kill9-during-call','No end events: everything is dropped when the connection breaks (1.164).',
 f'0.138 ringing 0/1 at 200 {M} queue - {D}','1.164 withdrawn 0/1 at 200 lost',f'1.164 finished 0 missed {m} queue - {D} tried 200 by - talked 0 LOST')
put('80-ivr-known','IVR 500 sends the call to 200.',direct(2,3,'0.655','3.663','4.675','4.676',1,dialled='dialled 0199000500'))
put('81-ivr-unknown-to-queue','IVR to queue 300; 201 answers. Its DialState RINGING comes before its Newstate 5.',
 queue(4,[('0.654',5,'200'),('0.655',6,'201')],'from 0199009999 "Inconnu"','from 0199009999','dialled 0199000500','300',6,'2.663','3.677','3.679',1))
put('82-ivr-number','IVR to queue 300; 200 answers.',
 queue(14,[('0.636',15,'200'),('0.636',16,'201')],'from 0199001236 "Client Ticket"','from 0199001236','dialled 0199000500','300',15,'2.645','3.665','3.665',1))
put('83-ivr-service-down','IVR to queue 300; 200 answers.',
 queue(17,[('0.648',18,'200'),('0.649',19,'201')],M,m,'dialled 0199000500','300',18,'2.657','3.679','3.679',1))
os.makedirs('expected',exist_ok=True)
for n,(why,lines) in X.items():
    assert os.path.exists(f'recordings/{n}.txt'),n
    open(f'expected/{n}.txt','w').write('# '+why+'\n'+''.join(l+'\n' for l in lines))
print(len(X))
